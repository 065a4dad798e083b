package io.mercato.connector.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.jclouds.openstack.keystone.catalog.ServiceEndpoint;
import org.jclouds.openstack.keystone.catalog.ServiceEndpoint.Interface;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns an {@link OpenStackCall} into an HTTP request, and the response into JSON or a failure. */
@Component
public class OpenStackHttp {
    static final String CALL = "openstackCall";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenStackSessions sessions;

    OpenStackHttp(OpenStackSessions sessions) {
        this.sessions = sessions;
    }

    /** Writes the request, with a token that is valid, over whatever the message holds. */
    public void writeRequest(Exchange exchange, @Variable(CALL) OpenStackCall call) {
        OpenStackSession session = sessions.of(call.account());
        String address = OpenStackErrors.translating(() -> address(session, call.service()));
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_METHOD, call.method());
        message.setHeader(Exchange.HTTP_URI, address + call.path());
        message.setHeader("X-Auth-Token", OpenStackErrors.translating(session::token));
        message.setHeader("Accept", "application/json");
        if (call.body().isMissingNode()) {
            message.setBody(null);
        } else {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.setBody(call.body().toString());
        }
    }

    /** After a 401: the token that was cached is worth nothing. */
    public void renewToken(@Variable(CALL) OpenStackCall call) {
        sessions.of(call.account()).renew();
    }

    /** @return the JSON of the answer; a MissingNode when it is empty, or 404 where the call allows for that */
    public JsonNode readResponse(Exchange exchange, @Variable(CALL) OpenStackCall call) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String body = exchange.getMessage().getBody(String.class);
        if (status == 404 && call.mayBeMissing()) {
            return MissingNode.getInstance();
        }
        if (status < 200 || status >= 300) {
            throw OpenStackErrors.of(status, body, exchange.getMessage().getHeader("Retry-After", String.class));
        }
        return parse(body);
    }

    /** A time-out, a refused connection and their like. */
    public void fail(Exchange exchange) {
        throw OpenStackErrors.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    private static JsonNode parse(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.isObject()) {
                throw OpenStackErrors.unreadable();
            }
            return json;
        } catch (JsonProcessingException e) {
            throw OpenStackErrors.unreadable();
        }
    }

    static String address(OpenStackSession session, OpenStackService service) {
        String region = session.region();
        List<ServiceEndpoint> endpoints = session.endpoints();
        return service.types().stream()
                .flatMap(type -> endpoints.stream().filter(endpoint -> isPublic(endpoint, type, region)))
                .map(endpoint -> service.versioned(endpoint.url().toString()))
                .findFirst()
                .orElseThrow(() -> OpenStackErrors.serviceMissing(
                        "The cloud's catalogue has no " + service.types().get(0) + " service in region " + region));
    }

    private static boolean isPublic(ServiceEndpoint endpoint, String type, String region) {
        return endpoint.type().equals(type)
                && endpoint.iface() == Interface.PUBLIC
                && region.equals(endpoint.regionId());
    }
}
