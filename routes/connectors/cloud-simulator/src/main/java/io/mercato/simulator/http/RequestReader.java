package io.mercato.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import io.mercato.simulator.state.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the parts of a request. */
final class RequestReader {
    private static final int MOST_BYTES = 1 << 20;

    private RequestReader() {}

    static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ApiException(413, "Request is too large.");
        }
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode body = Json.MAPPER.readTree(bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException broken) {
            throw (ApiException)
                    ApiException.badRequest("Malformed request body").initCause(broken);
        }
        throw ApiException.badRequest("Malformed request body");
    }

    static Map<String, List<String>> query(HttpExchange exchange) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
        }
        return query;
    }

    static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    /** The path variables, decoded one by one, so that an encoded slash stays inside its segment. */
    static Map<String, String> decoded(Map<String, String> variables) {
        Map<String, String> decoded = new HashMap<>();
        variables.forEach((name, value) -> decoded.put(name, decode(value.replace("+", "%2B"))));
        return decoded;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw (ApiException)
                    ApiException.badRequest("Malformed request url").initCause(broken);
        }
    }
}
