package io.mercato.rest;

import io.mercato.domain.error.Errors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query of a call, read from the request's own line, so that no header of the client can pass for a part of it. */
final class QueryString {

    private QueryString() {}

    /** The last value of each key; a key that comes several times keeps all its values, separated by commas. */
    static Map<String, String> read(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return values;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : storable(key, decode(pair.substring(equals + 1)));
            values.merge(key, value, (one, two) -> one + "," + two);
        }
        return values;
    }

    static String storable(String field, String value) {
        if (!StorableText.isStorable(value)) {
            throw Errors.invalidField(field, StorableText.PROBLEM);
        }
        return value;
    }

    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.invalidField("query", "is not URL-encoded: " + encoded);
        }
    }
}
