package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Machine;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.MovableClock;
import io.mercato.processors.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
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

/** Calls the API as somebody, in a marketplace that is new for each test. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = CoreApi.class,
        properties = {
            "spring.flyway.enabled=false",
            "queue.cmw.deployment-events=cmw.deployment-events",
            "mercato.cmw.deadline-period=1h&delay=1h",
            "mercato.cmw.invoice-number-period=1h&delay=1h"
        })
abstract class CoreApiCalls {
    protected static final Machine MACHINE = new Machine("s-1", List.of("127.0.0.9"), 2222, "debian");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CoreApi api;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected ProducerTemplate template;

    @Autowired
    private Json json;

    protected Market market;

    @BeforeEach
    void open() {
        http.getRestTemplate().setRequestFactory(new JdkClientHttpRequestFactory());
        clock.reset();
        market = new Market(jdbc);
    }

    protected Answer get(Principal who, String path) {
        return call(who, HttpMethod.GET, path, null, Map.of());
    }

    protected Answer get(Principal who, String path, Map<String, String> headers) {
        return call(who, HttpMethod.GET, path, null, headers);
    }

    protected Answer post(Principal who, String path, String body) {
        return call(who, HttpMethod.POST, path, body, Map.of());
    }

    protected Answer patch(Principal who, String path, String body) {
        return call(who, HttpMethod.PATCH, path, body, Map.of());
    }

    /** @param body with ' for " */
    protected Answer call(Principal who, HttpMethod method, String path, String body, Map<String, String> more) {
        api.caller = who;
        HttpHeaders headers = new HttpHeaders();
        more.forEach(headers::set);
        if (body != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
        ResponseEntity<JsonNode> answer = http.exchange(
                URI.create(http.getRootUri() + "/api" + path),
                method,
                new HttpEntity<>(body == null ? null : body.replace('\'', '"'), headers),
                JsonNode.class);
        return new Answer(method + " " + path + " as " + who.role(), answer);
    }

    /** An answer that is no JSON, as CSV. */
    protected String text(Principal who, String path, Map<String, String> headers) {
        api.caller = who;
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::set);
        ResponseEntity<String> answer = http.exchange(
                URI.create(http.getRootUri() + "/api" + path), HttpMethod.GET, new HttpEntity<>(all), String.class);
        assertThat(answer.getStatusCode().value()).as(path).isEqualTo(200);
        return answer.getBody();
    }

    protected Answer order(int plan, String type) {
        return order(market.customer, plan, type, Map.of());
    }

    protected Answer order(Principal who, int plan, String type, Map<String, String> headers) {
        return call(
                who,
                HttpMethod.POST,
                "/order",
                "{'productVersion': {'url': 'productVersion/" + plan + "'}, 'type': '" + type + "'}",
                headers);
    }

    /** A trial's subscription that is there. */
    protected int deployed(int plan) {
        int id = id(order(plan, "TRIAL").is(201).body().at("/subscription/url").asText());
        deployed(new Deployed(id, clock.instant(), MACHINE, "https://127.0.0.9:8443", "boss", "hunter2"));
        return id;
    }

    /** The deployer reports it. */
    protected void deployed(Deployed report) {
        template.send("jms:queue:cmw.deployment-events", exchange -> {
            exchange.getMessage()
                    .setHeader("mercatoMessageId", UUID.randomUUID().toString());
            exchange.getMessage().setHeader("mercatoMessageType", "Deployed");
            exchange.getMessage().setBody(json.write(report));
        });
    }

    protected static int id(String reference) {
        return Integer.parseInt(reference.substring(reference.indexOf('/') + 1));
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
            assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(response.getBody().get("errorHolders").toString()).contains(text);
            assertThat(response.getBody().get("status").asInt()).isEqualTo(status);
        }

        JsonNode body() {
            return response.getBody();
        }

        String header(String name) {
            return response.getHeaders().getFirst(name);
        }

        String text(String pointer) {
            return body().at(pointer).asText();
        }

        List<String> fields() {
            return List.copyOf(
                    body().properties().stream().map(Map.Entry::getKey).sorted().toList());
        }
    }
}
