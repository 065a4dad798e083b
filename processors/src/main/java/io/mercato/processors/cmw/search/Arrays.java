package io.mercato.processors.cmw.search;

import java.util.Collection;
import java.util.stream.Collectors;

/** Arrays of texts as PostgreSQL reads them. */
final class Arrays {

    private Arrays() {}

    /** {@code {"a","b \"c\""}}, to be cast to {@code text[]}. */
    static String of(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
