package io.mercato.boot.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** What bodies look like, by operationId, as the OpenAPI documents say. */
final class Schemas {
    private final Map<String, JsonNode> bodies = new HashMap<>();
    private final Map<String, JsonNode> components = new HashMap<>();

    void add(JsonNode document) {
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> components.put("#/components/schemas/" + schema.getKey(), schema.getValue()));
        for (JsonNode path : document.get("paths")) {
            path.properties().forEach(operation -> {
                JsonNode body = operation.getValue().at("/requestBody/content/application~1json/schema");
                JsonNode whole = path.at("/put/requestBody/content/application~1json/schema");
                boolean merges = operation.getKey().equals("patch")
                        && body.path("additionalProperties").asBoolean();
                bodies.put(operation.getValue().path("operationId").asText(), merges ? whole : body);
            });
        }
    }

    /** Missing when the operation takes none. A PATCH that merges fields takes those of its PUT. */
    JsonNode body(String operation) {
        return resolved(bodies.getOrDefault(operation, MissingNode.getInstance()));
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? components.get(schema.get("$ref").asText()) : schema;
    }
}
