package io.mercato.connector.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mercato.domain.cloud.CloudAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One call over HTTP: the body of {@code direct:cloud-openstack-call}.
 *
 * @param path behind the service's address, with its query, encoded
 * @param body {@link MissingNode} for none
 * @param mayBeMissing whether 404 is an answer, namely a {@link MissingNode}, and not a failure
 */
public record OpenStackCall(
        CloudAccount account,
        OpenStackService service,
        String method,
        String path,
        JsonNode body,
        boolean mayBeMissing) {

    static OpenStackCall get(CloudAccount account, OpenStackService service, String path) {
        return new OpenStackCall(account, service, "GET", path, MissingNode.getInstance(), false);
    }

    static OpenStackCall delete(CloudAccount account, OpenStackService service, String path) {
        return new OpenStackCall(account, service, "DELETE", path, MissingNode.getInstance(), true);
    }

    static OpenStackCall post(CloudAccount account, OpenStackService service, String path, JsonNode body) {
        return new OpenStackCall(account, service, "POST", path, body, false);
    }

    static OpenStackCall put(CloudAccount account, OpenStackService service, String path, JsonNode body) {
        return new OpenStackCall(account, service, "PUT", path, body, false);
    }

    OpenStackCall orMissing() {
        return new OpenStackCall(account, service, method, path, body, true);
    }

    /** The same call with another query. */
    OpenStackCall withQuery(String query) {
        int mark = path.indexOf('?');
        String bare = mark < 0 ? path : path.substring(0, mark);
        return new OpenStackCall(account, service, method, bare + "?" + query, body, mayBeMissing);
    }

    /** The {@code {"name": {…}}} that every body of OpenStack's is wrapped in. */
    static ObjectNode envelope(String name, ObjectNode content) {
        return JsonNodeFactory.instance.objectNode().set(name, content);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without body and account: both may hold secrets. */
    @Override
    public String toString() {
        return method + " " + service.name().toLowerCase(Locale.ROOT) + " " + path;
    }
}
