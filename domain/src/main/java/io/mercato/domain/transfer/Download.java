package io.mercato.domain.transfer;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a client is sent.
 *
 * @param bytes whoever answers closes them; null when the client has them already
 * @param type media type of what they are
 * @param size how many they are
 * @param tag identity of these bytes: the same tag, the same bytes
 * @param fileName what a client that saves them is to call them
 * @param caching who may keep them, and for how long
 */
public record Download(
        @Nullable InputStream bytes, String type, long size, String tag, String fileName, Caching caching) {

    /** Who may keep the bytes. */
    public enum Caching {
        /** Everybody, for ever: the address names the content. */
        FOR_EVER,
        /** The caller only, who asks each time whether they are still his. */
        PRIVATE,
        /** Everybody for a moment: better ones are in the making. */
        FOR_A_MOMENT
    }

    /** Whether the client has them already. */
    public boolean isUnchanged() {
        return bytes == null;
    }
}
