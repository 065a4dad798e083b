package io.mercato.domain.cassetto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of contents, as HTTP compares them when it asks whether something has changed. */
public final class EntityTags {

    private EntityTags() {}

    /** Whether {@code If-None-Match} names this tag, weakly or not, or any. */
    public static boolean names(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                        .anyMatch(given -> given.equals("*") || given.equals('"' + tag + '"'));
    }
}
