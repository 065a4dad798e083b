package io.mercato.boot.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.boot.MercatoApplication;
import io.mercato.boot.keycloak.KeycloakAccess;
import io.mercato.boot.security.DemoUsers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole platform with a real Keycloak, started once from an empty data folder. */
@SpringBootTest(classes = MercatoApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PlatformStartTest {
    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private KeycloakAccess keycloak;

    @Autowired
    private ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void ownPorts(DynamicPropertyRegistry settings) {
        settings.add("mercato.data", data::toString);
        settings.add("mercato.database.port", () -> 0);
        for (String setting : new String[] {
            "mercato.mail.smtp-port",
            "mercato.mail.page-port",
            "mercato.storage.port",
            "mercato.identity.keycloak.port",
            "mercato.identity.keycloak.management-port",
            "mercato.cloud-simulator.port"
        }) {
            int free = freePort();
            settings.add(setting, () -> free);
        }
    }

    @BeforeEach
    void awaitReadiness() {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> get("/actuator/health/readiness", "").statusCode() == 200);
    }

    @ParameterizedTest
    @MethodSource("demoUsers")
    void each_demo_user_is_let_in_by_the_real_keycloak(String name) throws Exception {
        assertThat(get("/api/nothing-here", basic(name, DemoUsers.PASSWORD)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_demo_user_with_another_password_is_turned_away_by_the_real_keycloak() throws Exception {
        HttpResponse<String> answer = get("/api/nothing-here", basic("customer", "something else"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json.readTree(answer.body()).at("/errorHolders/0/key").asText())
                .isEqualTo("wrong-credentials");
    }

    @Test
    void a_module_is_let_in_with_the_token_of_its_service_account() throws Exception {
        String secret = Files.readString(data.resolve("secrets/keycloak-deployer"));
        String form = "grant_type=client_credentials&client_id=mercato-deployer&client_secret=" + secret;
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(keycloak.tokenUri()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode token = json.readTree(answer.body());

        assertThat(get(
                                "/actuator/metrics",
                                "Bearer " + token.get("access_token").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    static String[] demoUsers() {
        return DemoUsers.NAMES.toArray(String[]::new);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
