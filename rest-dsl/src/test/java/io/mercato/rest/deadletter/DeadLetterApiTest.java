package io.mercato.rest.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.platform.deadletter.DeadLetterRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.deadletter.DeadLetterConfiguration;
import io.mercato.processors.deadletter.DeadLetterDesk;
import io.mercato.processors.deadletter.DeadLetterStore;
import io.mercato.processors.deadletter.Death;
import io.mercato.processors.deadletter.FailureStore;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.time.ClockConfiguration;
import io.mercato.rest.CallAnswerer;
import io.mercato.rest.CallReceiver;
import io.mercato.rest.CallerSource;
import io.mercato.rest.CsvExport;
import io.mercato.rest.RequestReader;
import io.mercato.rest.RestConfiguration;
import io.mercato.rest.RestFace;
import io.mercato.rest.RestJson;
import io.mercato.rest.error.FailureAnswerer;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = DeadLetterApiTest.Api.class,
        properties = "queue.deployer.commands=deployer.commands")
class DeadLetterApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    DeadLetterDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Api api;

    @BeforeEach
    void anew() {
        jdbc.sql("truncate deadletter.dead_letter").update();
        api.role = Role.SUPERADMIN;
    }

    @Test
    void a_letter_is_shown_without_what_it_says() {
        int id = death("deployer.commands");

        JsonNode letter = call(HttpMethod.GET, "/" + id, 200);

        assertThat(letter.get("self").asText()).isEqualTo("deadLetter/" + id);
        assertThat(letter.get("state").asText()).isEqualTo("OPEN");
        assertThat(letter.get("queue").asText()).isEqualTo("deployer.commands");
        assertThat(letter.get("type").asText()).isEqualTo("Deploy");
        assertThat(letter.get("aggregate").asText()).isEqualTo("subscription/4");
        assertThat(letter.get("cause").asText()).startsWith("Unknown");
        assertThat(letter.get("diedAt").asText()).isNotBlank();
        assertThat(letter.toString()).doesNotContain("hunter2").doesNotContain("v1:");
    }

    @Test
    void letters_are_listed_by_queue_type_and_whether_they_wait() {
        int first = death("deployer.commands");
        int second = death("notifier.emails");
        call(HttpMethod.DELETE, "/" + first, 204);

        assertThat(call(HttpMethod.GET, "", 200))
                .extracting(one -> one.get("id").asInt())
                .containsExactly(second, first);
        assertThat(call(HttpMethod.GET, "?open=true", 200)).hasSize(1);
        assertThat(call(HttpMethod.GET, "?queue=deployer.commands&type=Deploy", 200))
                .hasSize(1);
        assertThat(call(HttpMethod.GET, "?type=Undeploy", 200)).isEmpty();
        assertThat(call(HttpMethod.GET, "?open=perhaps", 400).toString()).contains("open");
    }

    @Test
    void a_letter_is_put_back_once() {
        int id = death("deployer.commands");

        JsonNode letter = call(HttpMethod.POST, "/" + id + "/retry", 200);

        assertThat(letter.get("state").asText()).isEqualTo("REDRIVEN");
        assertThat(letter.get("redrivenBy").asText()).isEqualTo("boss as admin");
        assertThat(call(HttpMethod.POST, "/" + id + "/retry", 409).toString()).contains("already-redriven");
        call(HttpMethod.DELETE, "/" + id, 409);
        call(HttpMethod.POST, "/999999/retry", 404);
    }

    @Test
    void all_letters_of_a_queue_are_put_back_at_once() {
        death("deployer.commands");
        death("deployer.commands");
        death("notifier.emails");

        assertThat(call(HttpMethod.POST, "/retry?queue=deployer.commands", 200)
                        .get("redriven")
                        .asInt())
                .isEqualTo(2);
        assertThat(call(HttpMethod.GET, "?open=true", 200)).hasSize(1);
        call(HttpMethod.POST, "/retry", 400);
        call(HttpMethod.POST, "/retry?queue=misspelt", 422);
    }

    @Test
    void a_letter_that_is_thrown_away_says_who_did_it() {
        int id = death("deployer.commands");

        call(HttpMethod.DELETE, "/" + id, 204);

        JsonNode letter = call(HttpMethod.GET, "/" + id, 200);
        assertThat(letter.get("state").asText()).isEqualTo("DISCARDED");
        assertThat(letter.get("discardedBy").asText()).isEqualTo("boss as admin");
        assertThat(jdbc.sql("select encrypted_payload is null from deadletter.dead_letter")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(call(HttpMethod.POST, "/" + id + "/retry", 409).toString()).contains("already-discarded");
    }

    @Test
    void nobody_but_superadministrators_sees_them() {
        int id = death("deployer.commands");
        for (Role role : new Role[] {Role.USER, Role.VENDOR, Role.SUPERVISOR, Role.ADMIN}) {
            api.role = role;
            call(HttpMethod.GET, "", 403);
            call(HttpMethod.GET, "/" + id, 403);
            call(HttpMethod.POST, "/" + id + "/retry", 403);
            call(HttpMethod.POST, "/retry?queue=deployer.commands", 403);
            call(HttpMethod.DELETE, "/" + id, 403);
        }
        api.role = Role.ANONYMOUS;
        call(HttpMethod.GET, "/" + id, 401);
    }

    private int death(String queue) {
        Map<String, String> headers =
                Map.of(MessageHeaders.MESSAGE_TYPE, "Deploy", MessageHeaders.AGGREGATE, "subscription/4");
        UUID id = UUID.randomUUID();
        desk.keep(new Death(id, id.toString(), queue, headers, "password hunter2", false));
        return jdbc.sql("select id from deadletter.dead_letter where death_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private JsonNode call(HttpMethod method, String path, int status) {
        ResponseEntity<JsonNode> answer = http.exchange("/api/deadLetter" + path, method, null, JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(method + " " + path + " as " + api.role + ": " + answer.getBody())
                .isEqualTo(status);
        return answer.getBody();
    }

    @EnableAutoConfiguration
    @Import({
        RestConfiguration.class,
        RestJson.class,
        RequestReader.class,
        CallReceiver.class,
        CallAnswerer.class,
        CsvExport.class,
        RestFace.class,
        FailureAnswerer.class,
        DeadLetterRest.class,
        DeadLetterRoutes.class,
        DeadLetterConfiguration.class,
        DeadLetterDesk.class,
        DeadLetterStore.class,
        FailureStore.class,
        Json.class,
        JsonConfiguration.class,
        ClockConfiguration.class
    })
    static class Api {
        volatile Role role = Role.SUPERADMIN;

        @Bean
        CallerSource callers() {
            return () -> role == Role.ANONYMOUS
                    ? Principal.ANONYMOUS
                    : new Principal(1, "admin", "a@mercato.example", "A", "en", role, null, "boss");
        }

        @Bean(destroyMethod = "close")
        TestDatabase database() {
            return TestDatabase.with("deadletter");
        }

        @Bean(destroyMethod = "")
        DataSource dataSource(TestDatabase database) {
            return database.dataSource();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        SecretCipher secretCipher() {
            return new SecretCipher("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        }

        @Bean(TransactionPolicies.DATABASE)
        SpringTransactionPolicy requiresDatabase(PlatformTransactionManager transactions) {
            return new SpringTransactionPolicy(new TransactionTemplate(transactions));
        }
    }
}
