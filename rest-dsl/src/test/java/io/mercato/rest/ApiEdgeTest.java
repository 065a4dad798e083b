package io.mercato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.rest.edge.ApiEdge;
import io.mercato.rest.edge.EdgeProperties;
import io.mercato.rest.error.ProblemErrors;
import io.mercato.rest.error.TomcatProblems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a call meets before its operation, and calls that never reach one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {RestModuleTest.Notes.class, ApiEdgeTest.Edge.class},
        properties = {"mercato.rest.max-body=2KB", "mercato.rest.max-upload=4KB"})
class ApiEdgeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTE = "{\"text\":\"hello\"}";

    @LocalServerPort
    int port;

    @Autowired
    RestModuleTest.Notes notes;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void asCustomer() {
        notes.caller = new Principal(7, "customer", "c@mercato.example", "C", "en", Role.USER, null, null);
    }

    @Test
    void an_address_that_leads_nowhere_is_404() throws Exception {
        assertProblem(send("GET", "/api/nothing", null), 404);
        assertProblem(send("POST", "/api/note/1/nothing", NOTE, "Content-Type", "application/json"), 404);
        assertProblem(send("GET", "/nothing", null, "Accept", "text/html"), 404);
    }

    @Test
    void a_method_that_an_address_does_not_know_is_405_and_those_that_it_knows_are_named() throws Exception {
        HttpResponse<String> answer = send("PUT", "/api/note", NOTE, "Content-Type", "application/json");

        assertProblem(answer, 405);
        assertThat(answer.headers().allValues("Allow"))
                .singleElement()
                .satisfies(allow -> assertThat(List.of(allow.split(", *")))
                        .contains("GET", "POST")
                        .doesNotContain("PUT"));
        assertProblem(send("DELETE", "/api/note/1", null), 405);
    }

    @Test
    void json_by_any_name_or_none_is_json() throws Exception {
        for (String type :
                List.of("application/json", "application/json;charset=UTF-8", "application/merge-patch+json", "")) {
            HttpResponse<String> answer = type.isEmpty()
                    ? send("POST", "/api/note", NOTE)
                    : send("POST", "/api/note", NOTE, "Content-Type", type);
            assertThat(answer.statusCode()).as(type).isEqualTo(201);
            assertThat(JSON.readTree(answer.body()).get("text").asText()).isEqualTo("hello");
        }
    }

    @Test
    void what_says_that_it_is_no_json_is_415() throws Exception {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
            assertProblem(send("POST", "/api/note", NOTE, "Content-Type", type), 415);
        }
    }

    @Test
    void an_answer_that_the_client_did_not_wish_for_is_better_than_none() throws Exception {
        for (String accept : List.of("application/xml", "text/html, image/png", "garbage", "*/*", "application/json")) {
            HttpResponse<String> answer = send("GET", "/api/note/1", null, "Accept", accept);
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        }
    }

    @Test
    void a_body_that_is_too_large_is_413_whether_its_length_is_told_or_not() throws Exception {
        String large = "{\"text\":\"" + "x".repeat(3000) + "\"}";
        String small = "{\"text\":\"" + "x".repeat(1000) + "\"}";

        assertProblem(send("POST", "/api/note", large, "Content-Type", "application/json"), 413);
        assertProblem(chunked(large, "application/json"), 413);
        assertThat(send("POST", "/api/note", small).statusCode()).isEqualTo(201);
        HttpResponse<String> answer = chunked(small, "application/json");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body()).get("text").asText()).hasSize(1000);
    }

    @Test
    void an_upload_has_a_limit_of_its_own_and_tells_its_length() throws Exception {
        String octets = "application/octet-stream";

        assertProblem(send("POST", "/api/note", "x".repeat(5000), "Content-Type", octets), 413);
        assertProblem(send("POST", "/api/note", "x".repeat(3000), "Content-Type", octets), 415);
        assertProblem(chunked("x", octets), 411);
    }

    @Test
    void a_request_too_broken_to_be_read_is_answered_in_the_same_shape() throws Exception {
        for (String line : List.of("GET /api/note?x={} HTTP/1.1", "GET /api/note/%zz HTTP/1.1", "G@T / HTTP/1.1")) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(line).startsWith("HTTP/1.1 400").contains("application/problem+json");
            JsonNode body = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            assertThat(body.get("status").asInt()).isEqualTo(400);
            assertThat(body.at("/errorHolders/0/key").asText()).isEqualTo("bad-request");
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return publish(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    private HttpResponse<String> chunked(String body, String type) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        BodyPublisher unknown = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return publish("POST", "/api/note", unknown, "Content-Type", type);
    }

    private HttpResponse<String> publish(String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.at("/errorHolders/0/error").asText()).isNotBlank();
    }

    @Import({ApiEdge.class, ProblemErrors.class, TomcatProblems.class})
    @EnableConfigurationProperties(EdgeProperties.class)
    static class Edge {}
}
