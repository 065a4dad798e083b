package io.mercato.boot.docs;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;
import org.apache.camel.openapi.RestOpenApiSupport;

/** The OpenAPI document of a module, as Camel makes it of the REST DSL's definitions and the records. */
public final class OpenApiDocument {
    private static final String SERVER = "http://localhost:8080/api";
    private static final String JSON_CONTENT = "/content/application~1json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenApiDocument() {}

    public static JsonNode of(CamelContext camel, String module) throws Exception {
        BeanConfig config = new BeanConfig();
        new RestOpenApiSupport()
                .initOpenApi(
                        config,
                        Map.of(
                                "openapi.version", "3.1.0",
                                "api.title", "Mercato " + module,
                                "api.version", "1",
                                "host", "localhost:8080",
                                "schemes", "http",
                                "base.path", "/api"));
        List<RestDefinition> rests = ((ModelCamelContext) camel)
                .getRestDefinitions().stream()
                        .filter(rest -> module.equals(rest.getTag()))
                        .toList();
        OpenAPI api = new RestOpenApiReader().read(camel, rests, config, camel.getName(), new DefaultClassResolver());
        ObjectNode document = (ObjectNode) JSON.readTree(RestOpenApiSupport.getJsonFromOpenAPIAsString(api, config));
        document.putArray("servers").addObject().put("url", SERVER);
        clean(document);
        writePlainTypes(document, camel, module);
        return document;
    }

    /** Bodies that are no records, of which Camel says that they are strings. */
    private static void writePlainTypes(JsonNode document, CamelContext camel, String module) {
        Map<String, Operation<?, ?>> operations = camel.getRegistry().findByType(RestModule.class).stream()
                .filter(face -> face.module().equals(module))
                .flatMap(RestModule::allOperations)
                .collect(Collectors.toMap(Operation::id, Function.identity()));
        for (JsonNode path : document.get("paths")) {
            for (JsonNode described : path) {
                Operation<?, ?> operation =
                        operations.get(described.path("operationId").asText());
                Class<?> output = operation.output();
                write(described.at("/requestBody"), operation.input());
                write(described.at("/responses/" + operation.status()), operation.many() ? output.arrayType() : output);
            }
        }
    }

    private static void write(JsonNode where, Class<?> type) {
        ObjectNode schema = plain(type);
        if (schema != null && where.at(JSON_CONTENT) instanceof ObjectNode content) {
            content.set("schema", schema);
        }
    }

    /** Schema of what is no record, or of a record that stands for a map; null of others, which Camel knows. */
    private static ObjectNode plain(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type.isArray()) {
            ObjectNode items = plain(type.getComponentType());
            return items == null ? null : schema.put("type", "array").set("items", items);
        }
        if (type == String.class || type == Boolean.class) {
            return schema.put("type", type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        if (type == Map.class) {
            return schema.put("type", "object").put("additionalProperties", true);
        }
        Type values = mapped(type);
        if (values != null) {
            return schema.put("type", "object").set("additionalProperties", plain((Class<?>) values));
        }
        return type == Object.class ? schema : null;
    }

    /** Of a record that is written as the map in it: what the map's values are; null of others. */
    private static Type mapped(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class) && method.getReturnType() == Map.class)
                .map(method -> ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[1])
                .findFirst()
                .orElse(null);
    }

    /** What a client has no use for. */
    private static void clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("x-camelContextId");
        }
        node.forEach(OpenApiDocument::clean);
    }
}
