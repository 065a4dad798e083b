package io.mercato.connector.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.mercato.domain.cloud.CloudAccount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A Keystone with the catalogue of a DevStack, and whatever answers a test wants from the other services. */
final class FakeOpenStack implements AutoCloseable {
    static final String SECRET = "s3cret-never-shown";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    FakeOpenStack() {
        server.start();
        reset();
    }

    void reset() {
        server.resetAll();
        stub(any(anyUrl()).atPriority(10), aResponse().withStatus(599).withBody("not stubbed"));
        stub(
                post(urlPathEqualTo("/identity/v3/auth/tokens")).atPriority(5),
                token("token-1", Instant.now().plus(1, ChronoUnit.HOURS)));
        json("GET", "/compute/v2.1/extensions", 200, "{\"extensions\":[" + extension("os-keypairs") + "]}");
        json("GET", "/networking/v2.0/extensions", 200, "{\"extensions\":[" + extension("router") + "]}");
    }

    private static String extension(String alias) {
        return """
            {"alias":"%s","name":"%s","description":"","links":[],"namespace":"http://docs.openstack.org/ext/x",
             "updated":"2014-12-03T00:00:00Z"}""".formatted(alias, alias);
    }

    ResponseDefinitionBuilder token(String id, Instant expires) {
        return aResponse()
                .withStatus(201)
                .withHeader("X-Subject-Token", id)
                .withHeader("Content-Type", "application/json")
                .withBody(tokenBody(expires));
    }

    private String tokenBody(Instant expires) {
        return """
            {"token":{"methods":["password"],"user":{"domain":{"id":"default","name":"Default"},"id":"u1","name":"demo",
            "password_expires_at":null},"audit_ids":["a"],"expires_at":"%s","issued_at":"2026-01-01T00:00:00.000000Z",
            "project":{"domain":{"id":"default","name":"Default"},"id":"p1","name":"demo"},"is_domain":false,
            "roles":[{"id":"r1","name":"member"}],"catalog":[%s,%s,%s,%s,%s]}}""".formatted(
                        expires.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000000Z"),
                        service("identity", "/identity"),
                        service("compute", "/compute/v2.1"),
                        service("network", "/networking"),
                        service("image", "/image"),
                        service("volumev3", "/volume/v3/p1"));
    }

    private String service(String type, String path) {
        String address = "http://127.0.0.1:" + server.port() + path;
        return """
            {"id":"s-%s","name":"%s","type":"%s","endpoints":[
            {"id":"e1","interface":"public","region":"RegionOne","region_id":"RegionOne","url":"%s"},
            {"id":"e2","interface":"admin","region":"RegionOne","region_id":"RegionOne","url":"http://127.0.0.1:1/no"}]}""".formatted(type, type, type, address);
    }

    void stub(MappingBuilder request, ResponseDefinitionBuilder response) {
        server.stubFor(request.willReturn(response));
    }

    /** What the service answers to this method and path, whatever the query. */
    void json(String method, String path, int status, String body) {
        MappingBuilder request = com.github.tomakehurst.wiremock.client.WireMock.request(method, urlPathEqualTo(path));
        stub(request.atPriority(4), response(status, body));
    }

    void jsonWhereQuery(String path, String parameter, String value, String body) {
        MappingBuilder request = com.github.tomakehurst.wiremock.client.WireMock.get(urlPathMatching(path))
                .withQueryParam(parameter, com.github.tomakehurst.wiremock.client.WireMock.equalTo(value));
        stub(request.atPriority(3), response(200, body));
    }

    static ResponseDefinitionBuilder response(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("X-Openstack-Request-Id", "req-1")
                .withBody(body);
    }

    CloudAccount account(Map<String, String> options) {
        String endpoint = "http://127.0.0.1:" + server.port() + "/identity/v3";
        return new CloudAccount("openstack", 1, endpoint, "RegionOne", "Default:demo:demo", SECRET, options);
    }

    CloudAccount account() {
        return account(Map.of());
    }

    WireMockServer wire() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
    }
}
