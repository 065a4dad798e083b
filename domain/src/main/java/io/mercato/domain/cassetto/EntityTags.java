package io.mercato.domain.cassetto;

import java.util.List;

/** Entity tags of contents, as HTTP compares them when it asks whether something has changed. */
public final class EntityTags {
    private static final String ANY = "*";

    private EntityTags() {}

    /** Whether a client that has these has this one, or any. */
    public static boolean names(List<String> seen, String tag) {
        return seen.contains(tag) || seen.contains(ANY);
    }
}
