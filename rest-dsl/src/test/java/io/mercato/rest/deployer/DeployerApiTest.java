package io.mercato.rest.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentEventKind;
import io.mercato.domain.deployer.DeploymentResources;
import io.mercato.domain.deployer.DeploymentSpec;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.Step;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.platform.deployer.DeployerQueries;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.deployer.DeploymentHistoryStore;
import io.mercato.processors.deployer.DeploymentQueries;
import io.mercato.processors.deployer.DeploymentStore;
import io.mercato.processors.deployer.OrphanStore;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
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

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = DeployerApiTest.Api.class)
class DeployerApiTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    TestRestTemplate http;

    @Autowired
    DeploymentStore deployments;

    @Autowired
    DeploymentHistoryStore history;

    @Autowired
    OrphanStore orphans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Api api;

    @BeforeEach
    void anew() {
        jdbc.sql("truncate deployer.deployment, deployer.deployment_history, deployer.orphan")
                .update();
        api.role = Role.SUPERADMIN;
    }

    @Test
    void a_deployment_is_shown_without_key_and_password() {
        deployment(4, DeploymentState.CREATING);

        JsonNode deployment = call(HttpMethod.GET, "/4", 200);

        assertThat(deployment.get("self").asText()).isEqualTo("deployment/4");
        assertThat(deployment.at("/subscription/url").asText()).isEqualTo("subscription/4");
        assertThat(deployment.at("/cloudCredential/url").asText()).isEqualTo("cloudCredential/3");
        assertThat(deployment.get("state").asText()).isEqualTo("CREATING");
        assertThat(deployment.at("/step/name").asText()).isEqualTo("CREATE_SERVER");
        assertThat(deployment.at("/step/attempt").asInt()).isEqualTo(1);
        assertThat(deployment.at("/resources/SERVER").asText()).isEqualTo("server-4");
        assertThat(deployment.toString())
                .doesNotContain("v1:hush")
                .doesNotContain("ssh-ed25519")
                .doesNotContain("token");
        call(HttpMethod.GET, "/5", 404);
    }

    @Test
    void deployments_are_listed_by_subscription_account_and_state() {
        deployment(4, DeploymentState.CREATING);
        deployment(5, DeploymentState.DEPLOYED);

        assertThat(call(HttpMethod.GET, "", 200))
                .extracting(one -> one.get("id").asInt())
                .containsExactly(5, 4);
        assertThat(call(HttpMethod.GET, "?subscriptionId=4", 200)).hasSize(1);
        assertThat(call(HttpMethod.GET, "?subscriptionId=6", 200)).isEmpty();
        assertThat(call(HttpMethod.GET, "?state=deployed&credentialId=3", 200)).hasSize(1);
        assertThat(call(HttpMethod.GET, "?state=elsewhere", 400).toString()).contains("state");
        assertThat(http.headForHeaders("/api/deployment").getFirst("CMW-TotalItems"))
                .isEqualTo("2");
    }

    @Test
    void the_history_of_a_deployment_is_told_from_its_beginning() {
        long id = deployment(4, DeploymentState.CREATING);
        for (String text : List.of("one", "two")) {
            history.append(
                    id,
                    new HistoryEntry(
                            NOON,
                            DeploymentState.CREATING,
                            Step.CREATE_SERVER,
                            DeploymentEventKind.values()[0],
                            text,
                            20,
                            3,
                            null,
                            false));
        }

        JsonNode lines = call(HttpMethod.GET, "/4/history", 200);

        assertThat(lines).extracting(line -> line.get("message").asText()).containsExactly("one", "two");
        assertThat(lines.get(0).get("at").asText()).isEqualTo("2026-03-01T12:00:00Z");
        call(HttpMethod.GET, "/5/history", 404);
    }

    @Test
    void orphans_are_not_taken_for_a_subscription() {
        orphans.replace(3, List.of(new OwnedResource(ResourceKind.SERVER, "stray", 9, NOON)));
        orphans.report(Duration.ZERO);

        JsonNode orphan = call(HttpMethod.GET, "/orphan", 200).get(0);

        assertThat(orphan.get("resourceId").asText()).isEqualTo("stray");
        assertThat(orphan.at("/subscription/url").asText()).isEqualTo("subscription/9");
    }

    @Test
    void a_superadministrator_tests_the_connection_of_an_account() {
        api.role = Role.SUPERADMIN;

        JsonNode verdict = call(HttpMethod.POST, "/account/3/verify", 200);

        assertThat(verdict.get("accepted").asBoolean()).isTrue();
        assertThat(verdict.get("message").asText()).isEqualTo("account 3 is welcome");
        api.role = Role.ADMIN;
        call(HttpMethod.POST, "/account/3/verify", 403);
    }

    @Test
    void nobody_but_superadministrators_looks_at_the_deployer() {
        deployment(4, DeploymentState.DEPLOYED);
        for (Role role : new Role[] {Role.USER, Role.VENDOR, Role.SUPERVISOR, Role.ADMIN}) {
            api.role = role;
            for (String path : List.of("", "/4", "/4/history", "/orphan")) {
                call(HttpMethod.GET, path, 403);
            }
        }
    }

    private long deployment(int subscription, DeploymentState state) {
        DeploymentSpec spec =
                new DeploymentSpec("m", 2, 3, "small", "debian-12", "debian", "ssh-ed25519 A", null, List.of(), null);
        DeploymentResources resources = DeploymentResources.NONE
                .with(CloudThing.SERVER, "server-" + subscription)
                .withPassword("v1:hush");
        return deployments
                .insert(Deployment.absent(subscription)
                        .ordered(spec)
                        .in(state)
                        .having(resources)
                        .at(CurrentStep.begin(Step.CREATE_SERVER, NOON, UUID.randomUUID())))
                .id();
    }

    private JsonNode call(HttpMethod method, String path, int status) {
        ResponseEntity<JsonNode> answer = http.exchange("/api/deployment" + path, method, null, JsonNode.class);
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
        DeployerRest.class,
        DeployerQueries.class,
        DeploymentQueries.class,
        DeploymentStore.class,
        DeploymentHistoryStore.class,
        OrphanStore.class,
        Json.class,
        JsonConfiguration.class,
        ClockConfiguration.class
    })
    static class Api {
        volatile Role role = Role.SUPERADMIN;

        @Bean
        CallerSource callers() {
            return () -> new Principal(1, "staff", "s@mercato.example", "S", "en", role, null, null);
        }

        @Bean(destroyMethod = "close")
        TestDatabase database() {
            return TestDatabase.with("deployer");
        }

        @Bean(destroyMethod = "")
        DataSource dataSource(TestDatabase database) {
            return database.dataSource();
        }

        /** In place of the deployer's own, which asks a cloud. */
        @Bean
        RouteBuilder verifier() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:deployer-verify-account")
                            .process(exchange -> exchange.getMessage()
                                    .setBody(new Verdict(
                                            true, "account " + exchange.getVariable("id") + " is welcome")));
                }
            };
        }
    }
}
