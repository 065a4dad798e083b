package io.mercato.domain.storage;

import io.mercato.domain.transfer.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * Send these bytes.
 *
 * @param range which of them, all of which must be there; null for all
 */
public record GetObject(String key, @Nullable ByteRange range) {

    /** All of them. */
    public static GetObject whole(String key) {
        return new GetObject(key, null);
    }
}
