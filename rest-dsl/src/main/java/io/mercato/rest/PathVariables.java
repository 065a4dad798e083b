package io.mercato.rest;

import io.mercato.domain.error.Errors;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of a path, read from the path itself: REST DSL binds a variable that stands behind a literal
 * ({@code email={email}}) to nothing.
 */
final class PathVariables {

    private PathVariables() {}

    /** @param template as {@code /user/email={email}} @param path as {@code /api/user/email=a%40b.c} */
    static Map<String, String> read(String template, String path) {
        Map<String, String> values = new LinkedHashMap<>();
        String[] parts = template.split("/");
        String[] actual = path == null ? new String[0] : path.split("/");
        int shift = actual.length - parts.length;
        for (int i = 0; i < parts.length; i++) {
            int open = parts[i].indexOf('{');
            if (open >= 0 && i + shift >= 0 && i + shift < actual.length) {
                String name = parts[i].substring(open + 1, parts[i].indexOf('}'));
                String value = actual[i + shift];
                String text = QueryString.decode(value.substring(Math.min(open, value.length())));
                values.put(name, QueryString.storable(name, text));
            }
        }
        return values;
    }

    /** An id; one that is no number names nothing. */
    static Integer number(String id) {
        try {
            return Integer.valueOf(id);
        } catch (NumberFormatException e) {
            throw Errors.notFound("resource", id);
        }
    }
}
