package io.mercato.rest.cmw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls the API as somebody; each test has people and companies of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = CmwApi.class)
abstract class ApiTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CmwApi api;

    @Autowired
    protected JdbcClient jdbc;

    protected Principal customer;
    protected Principal stranger;
    protected Principal vendor;
    protected Principal rival;
    protected Principal supervisor;
    protected Principal admin;
    protected Principal superadmin;
    protected int category;

    @BeforeEach
    void people() {
        http.getRestTemplate().setRequestFactory(new JdkClientHttpRequestFactory());
        customer = user(Role.USER, null);
        stranger = user(Role.USER, null);
        vendor = user(Role.VENDOR, company("VENDOR"));
        rival = user(Role.VENDOR, company("VENDOR"));
        supervisor = user(Role.SUPERVISOR, null);
        admin = user(Role.ADMIN, null);
        superadmin = user(Role.SUPERADMIN, null);
        category = jdbc.sql("insert into cmw.category (name, slug) values (:n, :n) returning id")
                .param("n", unique("shelf"))
                .query(Integer.class)
                .single();
    }

    protected static String unique(String word) {
        return word + NUMBERS.incrementAndGet();
    }

    protected int company(String kind) {
        return jdbc.sql("insert into cmw.company (kind, name, email_address, notification_secret_token, tax_code)"
                        + " values (?, ?, 'office@company.example', 'hush', 'T1') returning id")
                .params(kind, unique("Company "))
                .query(Integer.class)
                .single();
    }

    protected Principal user(Role role, Integer company) {
        String name = unique("user");
        String email = name + "@people.example";
        int id = jdbc.sql("insert into cmw.\"user\" (user_name, email, name, surname, role, company_id)"
                        + " values (?, ?, 'Ada', 'Byron', ?, ?) returning id")
                .params(name, email, role.name(), company)
                .query(Integer.class)
                .single();
        return new Principal(id, name, email, "Ada Byron", "en", role, company, null);
    }

    protected Answer get(Principal who, String path) {
        return call(who, HttpMethod.GET, path, null);
    }

    protected Answer post(Principal who, String path, String body) {
        return call(who, HttpMethod.POST, path, body);
    }

    protected Answer put(Principal who, String path, String body) {
        return call(who, HttpMethod.PUT, path, body);
    }

    protected Answer patch(Principal who, String path, String body) {
        return call(who, HttpMethod.PATCH, path, body);
    }

    protected Answer delete(Principal who, String path) {
        return call(who, HttpMethod.DELETE, path, null);
    }

    protected Answer call(Principal who, HttpMethod method, String path, String body) {
        return call(who, method, path, body, new HttpHeaders());
    }

    protected Answer call(Principal who, HttpMethod method, String path, String body, HttpHeaders headers) {
        api.caller = who;
        if (body != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
        String json = body == null ? null : body.replace('\'', '"');
        ResponseEntity<JsonNode> answer = http.exchange(
                URI.create(http.getRootUri() + "/api" + path), method, new HttpEntity<>(json, headers), JsonNode.class);
        return new Answer(method + " " + path + " as " + who.role(), answer);
    }

    /** The answer as it came. */
    protected String text(Principal who, String path, HttpHeaders headers) {
        return textAnswer(who, path, headers).getBody();
    }

    protected ResponseEntity<String> textAnswer(Principal who, String path, HttpHeaders headers) {
        api.caller = who;
        return http.exchange(
                URI.create(http.getRootUri() + "/api" + path), HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }

    /** The same, of a file. */
    protected byte[] bytes(Principal who, String path, HttpHeaders headers) {
        api.caller = who;
        ResponseEntity<byte[]> answer = http.exchange(
                URI.create(http.getRootUri() + "/api" + path), HttpMethod.GET, new HttpEntity<>(headers), byte[].class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return answer.getBody();
    }

    /** An answer, with what a test says about it. */
    protected record Answer(String call, ResponseEntity<JsonNode> response) {

        Answer is(int status) {
            assertThat(response.getStatusCode().value())
                    .as(call + ": " + response.getBody())
                    .isEqualTo(status);
            return this;
        }

        /** An error of this status, whose words contain the text. */
        void fails(int status, String text) {
            is(status);
            assertThat(response.getBody().get("errorHolders").toString()).contains(text);
        }

        JsonNode body() {
            return response.getBody();
        }

        String text(String pointer) {
            return body().at(pointer).asText();
        }

        int id() {
            return body().get("id").asInt();
        }
    }
}
