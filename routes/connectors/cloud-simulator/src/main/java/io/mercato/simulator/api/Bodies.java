package io.mercato.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.state.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the services' bodies have in common. */
public final class Bodies {
    private static final int MOST_CHARACTERS = 255;

    private Bodies() {}

    /** The text of that name; null when there is none. */
    public static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** The text of that name, which must be there and not longer than 255 characters. */
    public static String required(JsonNode node, String name) {
        String text = text(node, name);
        if (text == null || text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw ApiException.badRequest("Invalid input for field/attribute " + name + ". Value: " + text + ". '"
                    + name + "' is a required property of 1 to 255 characters");
        }
        return text;
    }

    /** The metadata of that name: an object of short texts. */
    public static Map<String, String> metadata(JsonNode node, String name) {
        Map<String, String> metadata = new LinkedHashMap<>();
        node.path(name).fields().forEachRemaining(entry -> {
            String value = entry.getValue().asText();
            if (entry.getKey().isEmpty()
                    || entry.getKey().length() > MOST_CHARACTERS
                    || value.length() > MOST_CHARACTERS) {
                throw ApiException.badRequest("Invalid metadata: keys and values have at most 255 characters");
            }
            metadata.put(entry.getKey(), value);
        });
        return metadata;
    }

    /** The array's texts of a field, or the array's texts themselves when the field is null. */
    public static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item ->
                texts.add(field == null ? item.asText() : item.path(field).asText()));
        return texts;
    }

    /** A filter like {"key":"value"}, or as Python writes it, {'key': 'value'}. */
    public static Map<String, String> metadataFilter(String given) {
        if (given == null || given.isEmpty()) {
            return Map.of();
        }
        try {
            String json = given.indexOf('"') < 0 ? given.replace('\'', '"') : given;
            return Json.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw (ApiException)
                    ApiException.badRequest("Invalid filter metadata").initCause(broken);
        }
    }

    public static Map<String, Object> map(JsonNode node) {
        return Json.MAPPER.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }
}
