package io.mercato.domain.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of some bytes a client wants to be sent.
 *
 * @param seen entity tags of what it has already, without their quotes; {@code *} for any
 * @param range what it asks for with {@code Range}; null for all
 * @param ifRange what it asks for with {@code If-Range}: a part of these bytes only, of others all; null for whichever
 */
public record Wanted(
        List<String> seen, @Nullable String range, @Nullable String ifRange) {

    public Wanted {
        seen = List.copyOf(seen);
    }

    /** All of them, by a client that has nothing yet. */
    public static Wanted everything() {
        return new Wanted(List.of(), null, null);
    }
}
