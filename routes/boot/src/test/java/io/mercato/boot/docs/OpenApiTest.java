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
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** docs/openapi/&lt;module&gt;.json, as Camel makes it of the REST DSL's definitions and the records. */
@WholePlatform
class OpenApiTest {
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
            JsonNode document = OpenApiDocument.of(camel, module);
            assertThat(operations(document)).isEqualTo(expected(module));
            Document.assertCurrent("openapi/" + module + ".json", pretty(document));
        }
    }

    /** A string would be one in quotes. */
    @Test
    void a_body_that_is_a_map_is_an_object_of_whatever_it_holds() throws Exception {
        JsonNode cmw = OpenApiDocument.of(camel, "cmw");

        assertThat(cmw.at("/paths/~1user~1{id}~1metadata/put/requestBody/content/application~1json/schema")
                        .toString())
                .isEqualTo("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}");
        assertThat(cmw.at("/paths/~1user~1{id}/patch/requestBody/content/application~1json/schema")
                        .toString())
                .isEqualTo("{\"type\":\"object\",\"additionalProperties\":true}");
        assertThat(cmw.at("/paths/~1enum~1{name}/get/responses/200/content/application~1json/schema")
                        .toString())
                .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}");
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
