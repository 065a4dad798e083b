package io.mercato.boot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.boot.architecture.WholePlatform;
import io.mercato.rest.RestModule;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.openapi.BeanConfig;
import org.apache.camel.openapi.RestOpenApiReader;
import org.apache.camel.openapi.RestOpenApiSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** docs/openapi/&lt;module&gt;.json, as Camel makes it of the REST DSL's definitions and the records. */
@WholePlatform
class OpenApiTest {
    private static final String SERVER = "http://localhost:8080/api";
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    private CamelContext camel;

    @Autowired
    private List<RestModule> faces;

    @Test
    void the_document_of_each_module_is_that_of_its_operations() throws Exception {
        TreeSet<String> modules = faces.stream().map(RestModule::module).collect(Collectors.toCollection(TreeSet::new));
        assertThat(modules).isNotEmpty();
        for (String module : modules) {
            JsonNode document = document(module);
            assertThat(operations(document)).isEqualTo(expected(module));
            Document.assertCurrent("openapi/" + module + ".json", pretty(document));
        }
    }

    private JsonNode document(String module) throws Exception {
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
        ObjectNode document = (ObjectNode) json.readTree(RestOpenApiSupport.getJsonFromOpenAPIAsString(api, config));
        document.putArray("servers").addObject().put("url", SERVER);
        clean(document);
        return document;
    }

    /** What a client has no use for. */
    private static void clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("x-camelContextId");
        }
        node.forEach(OpenApiTest::clean);
    }

    private static Set<String> operations(JsonNode document) {
        return new TreeSet<>(document.findValuesAsText("operationId"));
    }

    private Set<String> expected(String module) {
        return faces.stream()
                .filter(face -> face.module().equals(module))
                .flatMap(RestModule::allOperations)
                .map(operation -> operation.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String pretty(JsonNode document) throws Exception {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(document)) + "\n";
    }

    private JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return json.createObjectNode().setAll(fields);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = json.createArrayNode();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
