package io.mercato.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/**
 * One request.
 *
 * @param base scheme, host and port under which the client reached the cloud
 * @param variables of the path
 * @param identity null on calls that need no token
 */
public record Call(
        String method,
        String base,
        String path,
        Map<String, String> variables,
        Map<String, List<String>> query,
        Map<String, String> headers,
        JsonNode body,
        Identity identity) {

    public String variable(String name) {
        return variables.get(name);
    }

    /** The query parameter's first value, or null. */
    public String parameter(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.get(0);
    }

    /** The request header's value (names in lower case), or null. */
    public String header(String name) {
        return headers.get(name);
    }

    /** The object of that name in the body. */
    public JsonNode need(String name) {
        JsonNode node = body.path(name);
        if (node instanceof MissingNode || !node.isObject()) {
            throw ApiException.badRequest(
                    "Invalid input for field/attribute " + name + ". '" + name + "' is a required property");
        }
        return node;
    }

    public String projectId() {
        return identity.projectId();
    }
}
