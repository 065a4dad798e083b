package io.mercato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.rest.error.FailureAnswerer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The REST face by the example of a small module of notes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = RestModuleTest.Notes.class)
class RestModuleTest {
    @Autowired
    TestRestTemplate http;

    @Autowired
    Notes notes;

    @BeforeEach
    void asCustomer() {
        notes.caller = new Principal(7, "customer", "c@mercato.example", "C", "en", Role.USER, null, null);
    }

    @Test
    void a_thing_is_created_with_its_location() {
        ResponseEntity<JsonNode> answer = post("{\"text\":\"hello\",\"unknown\":1}");

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders().getFirst("Location")).isEqualTo("/api/note/3");
        assertThat(answer.getBody().get("self").asText()).isEqualTo("note/3");
        assertThat(answer.getBody().get("text").asText()).isEqualTo("hello");
    }

    @Test
    void a_list_has_the_paging_headers_and_so_has_its_head() {
        ResponseEntity<JsonNode> answer = get("/api/note?pageNumber=2&pageSize=5");
        HttpHeaders head = http.headForHeaders("/api/note?pageNumber=2&pageSize=5");

        assertThat(answer.getBody()).hasSize(1);
        for (HttpHeaders headers : List.of(answer.getHeaders(), head)) {
            assertThat(headers.getFirst("CMW-PageNumber")).isEqualTo("2");
            assertThat(headers.getFirst("CMW-PageSize")).isEqualTo("5");
            assertThat(headers.getFirst("CMW-TotalItems")).isEqualTo("6");
            assertThat(headers.getFirst("CMW-TotalPages")).isEqualTo("2");
        }
    }

    @Test
    void a_variable_behind_a_literal_is_bound() {
        assertThat(get("/api/note/title=a%20b").getBody().get("text").asText()).isEqualTo("a b");
    }

    @Test
    void a_newer_field_is_not_sent_to_an_older_client() {
        assertThat(get("/api/note/1").getBody().has("colour")).isTrue();
        assertThat(get("/api/note/1?apiVersion=20200101").getBody().has("colour"))
                .isFalse();
        assertError(get("/api/note/1?apiVersion=yesterday"), 400, "apiVersion");
        assertError(get("/api/note/1?apiVersion=20241345"), 400, "apiVersion");
    }

    @Test
    void every_broken_rule_is_named() {
        ResponseEntity<JsonNode> answer = post("{\"text\":\"\",\"colour\":\"much too long\"}");

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("errorHolders")).hasSize(2);
        assertThat(answer.getBody().at("/errorHolders/0/extraFields/field").asText())
                .isEqualTo("colour");
    }

    @Test
    void what_is_no_json_or_of_the_wrong_type_is_said() {
        assertError(post("{\"text\":"), 400, "not JSON");
        assertError(post("{\"text\":{}}"), 400, "text");
        assertError(post(""), 400, "no body");
        assertError(post("null"), 400, "null");
        assertError(get("/api/note?pageSize=51"), 400, "pageSize");
        assertError(get("/api/note?pageSize=many"), 400, "pageSize");
        assertError(get("/api/note/first"), 404, "first");
    }

    @Test
    void nobody_is_asked_to_log_in_and_the_wrong_role_is_refused() {
        notes.caller = Principal.ANONYMOUS;
        ResponseEntity<JsonNode> nobody = get("/api/note/1");
        notes.caller = new Principal(8, "vendor", "v@mercato.example", "V", "en", Role.VENDOR, 1, null);

        assertError(nobody, 401, "Log in");
        assertThat(nobody.getHeaders().getFirst("WWW-Authenticate")).startsWith("Basic");
        assertError(get("/api/note/1"), 403, "role");
    }

    @Test
    void a_failure_that_nobody_foresaw_gives_nothing_away() {
        assertError(get("/api/note/13"), 500, "Something went wrong");
        assertThat(get("/api/note/13").getBody().toString()).doesNotContain("secret");
        assertError(get("/api/note/404"), 404, "There is no note 404");
    }

    @Test
    void headers_of_the_request_do_not_come_back() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Authorization", "Basic abc");
        headers.set("X-Mine", "1");
        headers.set("CamelHttpResponseCode", "500");

        ResponseEntity<JsonNode> answer =
                http.exchange("/api/note/1", HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders()).doesNotContainKeys("Authorization", "X-Mine");
    }

    private ResponseEntity<JsonNode> get(String path) {
        return http.getForEntity(java.net.URI.create(http.getRootUri() + path), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity("/api/note", new HttpEntity<>(body, headers), JsonNode.class);
    }

    private static void assertError(ResponseEntity<JsonNode> answer, int status, String text) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().at("/errorHolders/0/error").asText()).contains(text);
        assertThat(answer.getBody().get("status").asInt()).isEqualTo(status);
    }

    record NoteBody(
            Integer id,
            String self,
            @NotBlank String text,
            @Size(max = 8) @Since(20210101) String colour) {}

    @Configuration
    @EnableAutoConfiguration
    @Import({
        RestConfiguration.class,
        RestJson.class,
        RequestReader.class,
        CallReceiver.class,
        CallAnswerer.class,
        CsvExport.class,
        RestFace.class,
        FailureAnswerer.class
    })
    static class Notes {
        volatile Principal caller = Principal.ANONYMOUS;

        @Bean
        CallerSource callers() {
            return () -> caller;
        }

        @Bean
        RestModule noteModule() {
            return new NoteModule();
        }

        @Bean
        RouteBuilder noteRoutes() {
            return new NoteRoutes();
        }
    }

    static class NoteModule extends RestModule {
        @Override
        public String module() {
            return "notes";
        }

        @Override
        public List<Operation<?, ?>> operations() {
            return List.of(
                    Operation.of("list-notes", "GET", "/note", "direct:list-notes", "Notes")
                            .answersMany(NoteBody.class, NoteBody.class, note -> note),
                    Operation.of("get-note", "GET", "/note/{id}", "direct:get-note", "A note")
                            .allowed(java.util.EnumSet.of(Role.USER))
                            .answers(NoteBody.class, NoteBody.class, note -> note),
                    Operation.of("get-note-by-title", "GET", "/note/title={title}", "direct:find-note", "A note")
                            .answers(NoteBody.class, NoteBody.class, note -> note),
                    Operation.of("create-note", "POST", "/note", "direct:create-note", "Makes a note")
                            .takes(NoteBody.class, note -> note)
                            .answersCreated(NoteBody.class, NoteBody.class, note -> note));
        }
    }

    static class NoteRoutes extends RouteBuilder {
        @Override
        public void configure() {
            errorHandler(noErrorHandler());
            from("direct:list-notes")
                    .process(e -> e.getMessage()
                            .setBody(new Page<>(
                                    List.of(new NoteBody(6, "note/6", "six", null)),
                                    e.getVariable("page", PageRequest.class),
                                    6)));
            from("direct:get-note").process(e -> e.getMessage().setBody(note(e.getVariable("id", Integer.class))));
            from("direct:find-note")
                    .process(e -> e.getMessage()
                            .setBody(new NoteBody(
                                    1,
                                    "note/1",
                                    (String) e.getVariable("path", java.util.Map.class)
                                            .get("title"),
                                    null)));
            from("direct:create-note")
                    .setVariable("location", constant("note/3"))
                    .process(e -> e.getMessage()
                            .setBody(new NoteBody(
                                    3,
                                    "note/3",
                                    e.getMessage().getBody(NoteBody.class).text(),
                                    null)));
        }

        private static NoteBody note(int id) {
            if (id == 13) {
                throw new IllegalStateException("secret detail");
            }
            if (id == 404) {
                throw Errors.notFound("note", id);
            }
            return new NoteBody(id, "note/" + id, "one", "red");
        }
    }
}
