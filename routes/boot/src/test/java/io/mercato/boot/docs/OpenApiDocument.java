package io.mercato.boot.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Map;
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
        return document;
    }

    /** What a client has no use for. */
    private static void clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("x-camelContextId");
        }
        node.forEach(OpenApiDocument::clean);
    }
}
