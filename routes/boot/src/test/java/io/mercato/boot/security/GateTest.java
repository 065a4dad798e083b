package io.mercato.boot.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = GateTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("gate-alone")
class GateTest {
    private static final String REALM = "/realms/mercato";
    private static final String TOKEN_PATH = REALM + "/protocol/openid-connect/token";
    private static final WireMockServer KEYCLOAK =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @LocalServerPort
    private int port;

    @Autowired
    private TestUserDirectory users;

    @Autowired
    private CheckedPasswords checked;

    @Autowired
    private FailedLogins failures;

    @Autowired
    private ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry settings) {
        KEYCLOAK.start();
        settings.add("mercato.identity.keycloak.embedded", () -> "false");
        settings.add("mercato.identity.keycloak.issuer-uri", () -> KEYCLOAK.baseUrl() + REALM);
        settings.add("mercato.identity.keycloak.client-secret", () -> "the-clients-secret");
        settings.add("mercato.identity.keycloak.read-timeout", () -> "5s");
        settings.add("mercato.identity.gate.failures-allowed", () -> "3");
        settings.add("management.endpoint.health.validate-group-membership", () -> "false");
    }

    @BeforeEach
    void forgetEverything() {
        KEYCLOAK.resetAll();
        checked.forgetAll();
        failures.forgetAll();
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.stop();
    }

    @Test
    void who_brings_nothing_stays_anonymous_and_the_operation_decides() throws Exception {
        HttpResponse<String> answer = get(Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("anonymous ROLE_ANONYMOUS");
    }

    @Test
    void a_password_that_keycloak_finds_right_lets_in() throws Exception {
        keycloakKnows("vendor", "right");

        assertThat(get(basic("vendor", "right")).body()).isEqualTo("vendor ROLE_VENDOR");
        KEYCLOAK.verify(postRequestedFor(urlEqualTo(TOKEN_PATH))
                .withRequestBody(containing("client_secret=the-clients-secret"))
                .withRequestBody(containing("grant_type=password")));
    }

    @Test
    void an_e_mail_address_does_as_well_as_a_user_name() throws Exception {
        keycloakKnows("vendor", "right");

        assertThat(get(basic("vendor@demo.mercato.example", "right")).body()).isEqualTo("vendor ROLE_VENDOR");
    }

    @Test
    void keycloak_is_not_asked_twice_within_a_minute_about_what_was_right() throws Exception {
        keycloakKnows("vendor", "right");
        get(basic("vendor", "right"));

        assertThat(get(basic("vendor", "right")).statusCode()).isEqualTo(200);
        KEYCLOAK.verify(1, postRequestedFor(urlEqualTo(TOKEN_PATH)));
    }

    @Test
    void a_password_that_was_right_is_asked_about_again_once_another_was_chosen() throws Exception {
        keycloakKnows("vendor", "first");
        assertThat(get(basic("vendor", "first")).statusCode()).isEqualTo(200);

        keycloakRefuses();
        users.passwordChanged("vendor");
        keycloakKnows("vendor", "second");

        assertThat(get(basic("vendor", "first")).statusCode()).isEqualTo(401);
        assertThat(get(basic("vendor", "second")).body()).isEqualTo("vendor ROLE_VENDOR");
        assertThat(get(basic("vendor", "second")).statusCode()).isEqualTo(200);
        KEYCLOAK.verify(3, postRequestedFor(urlEqualTo(TOKEN_PATH)));
    }

    @Test
    void a_wrong_password_is_turned_away_even_after_a_right_one() throws Exception {
        keycloakKnows("vendor", "right");
        get(basic("vendor", "right"));
        keycloakRefuses();

        HttpResponse<String> answer = get(basic("vendor", "wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(value -> value.startsWith("Basic realm="))
                .anyMatch(value -> value.startsWith("Bearer"));
        assertThat(problem(answer).at("/errorHolders/0/key").asText()).isEqualTo("wrong-credentials");
        assertThat(problem(answer).at("/status").asInt()).isEqualTo(401);
        assertThat(problem(answer).at("/instance").asText()).isEqualTo("/api/who");
    }

    @Test
    void who_guesses_too_often_must_wait() throws Exception {
        keycloakRefuses();
        for (int i = 0; i < 3; i++) {
            assertThat(get(basic("vendor", "guess" + i)).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = get(basic("vendor", "guess4"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("X-Rate-Limit-Remaining")).contains("0");
        assertThat(answer.headers()
                        .firstValueAsLong("X-Rate-Limit-Retry-After-Milliseconds")
                        .orElseThrow())
                .isPositive();
        assertThat(get(basic("customer", "guess")).statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_is_blamed_while_keycloak_is_too_slow() throws Exception {
        KEYCLOAK.stubFor(post(TOKEN_PATH).willReturn(aResponse().withFixedDelay(20_000)));

        assertUnavailable(get(basic("vendor", "right")));
    }

    @Test
    void nobody_is_blamed_while_keycloak_is_broken() throws Exception {
        KEYCLOAK.stubFor(post(TOKEN_PATH).willReturn(aResponse().withStatus(502).withBody("<html>bad gateway")));
        assertUnavailable(get(basic("vendor", "right")));

        KEYCLOAK.stubFor(post(TOKEN_PATH).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertUnavailable(get(basic("vendor", "right")));

        KEYCLOAK.stubFor(
                post(TOKEN_PATH).willReturn(aResponse().withBody("{}").withHeader("Content-Type", "application/json")));
        assertUnavailable(get(basic("vendor", "right")));
    }

    @Test
    void a_platform_that_keycloak_itself_refuses_says_so_as_its_own_failure() throws Exception {
        KEYCLOAK.stubFor(post(TOKEN_PATH)
                .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"unauthorized_client\"}")));

        assertUnavailable(get(basic("vendor", "right")));
    }

    @Test
    void a_token_of_the_platform_lets_in_until_it_is_revoked() throws Exception {
        int id = users.byLogin("reseller").orElseThrow().userId();
        String token = users.issueToken(id, false);

        assertThat(get(Map.of("CMW-Auth-Token", token)).body()).isEqualTo("reseller ROLE_RESELLER");
        users.revokeTokens(id);
        assertThat(get(Map.of("CMW-Auth-Token", token)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_of_keycloak_lets_in_with_the_role_that_the_platform_knows() throws Exception {
        String token = token().claim("realm_access", Map.of("roles", new String[] {"superadmin"}))
                .sign();

        assertThat(get(bearer(token)).body()).isEqualTo("vendor ROLE_VENDOR");
    }

    @Test
    void a_module_comes_as_an_administrator_by_its_service_account() throws Exception {
        String token = token().claim("azp", "mercato-deployer")
                .claim("preferred_username", "service-account-mercato-deployer")
                .claim("realm_access", Map.of("roles", new String[] {"service"}))
                .sign();

        assertThat(get(bearer(token)).body()).isEqualTo("mercato-deployer ROLE_ADMIN");
    }

    @Test
    void a_person_who_bears_the_modules_role_stays_a_person() throws Exception {
        String token = token().claim("azp", "mercato-web")
                .claim("realm_access", Map.of("roles", new String[] {"service"}))
                .sign();

        assertThat(get(bearer(token)).body()).isEqualTo("vendor ROLE_VENDOR");
    }

    @Test
    void tokens_of_others_for_others_and_of_yesterday_are_turned_away() throws Exception {
        assertTurnedAway(token().claim("iss", "https://elsewhere.example").sign());
        assertTurnedAway(token().claim("aud", "account").sign());
        assertTurnedAway(token().expiredAnHourAgo().sign());
        assertTurnedAway(token().signedByAnotherKey().sign());
        assertTurnedAway("not.a.token");
    }

    @Test
    void staff_acts_for_another_under_both_names() throws Exception {
        assertThat(get(asUser("admin", "customer")).body()).isEqualTo("admin as customer ROLE_USER");
        assertThat(get(asUser("supervisor", "vendor@demo.mercato.example")).body())
                .isEqualTo("supervisor as vendor ROLE_VENDOR");
    }

    @Test
    void nobody_acts_for_somebody_of_the_same_or_a_higher_role() throws Exception {
        assertThat(get(asUser("admin", "admin")).statusCode()).isEqualTo(403);
        assertThat(get(asUser("supervisor", "superadmin")).statusCode()).isEqualTo(403);
        assertThat(get(asUser("admin", "nobody-of-this-name")).statusCode()).isEqualTo(404);
    }

    @Test
    void who_is_not_staff_acts_for_nobody() throws Exception {
        assertThat(get(asUser("reseller", "customer")).statusCode()).isEqualTo(403);
        assertThat(get(Map.of("CMW-As-User", "customer")).statusCode()).isEqualTo(401);
    }

    @Test
    void beyond_the_api_only_health_is_open() throws Exception {
        assertThat(get("/actuator/health", Map.of()).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/metrics", Map.of()).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/metrics", tokenOf("customer")).statusCode()).isEqualTo(403);
        assertThat(get("/actuator/metrics", tokenOf("supervisor")).statusCode()).isEqualTo(200);
        assertThat(get("/anything", tokenOf("superadmin")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_link_of_an_e_mail_leads_to_a_page_whose_parts_are_there() throws Exception {
        for (String page : new String[] {"/activate?tag=x", "/password?tag=x"}) {
            HttpResponse<String> answer = get(page, Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(answer.body()).contains("<form", "noscript", "/pages/account.js", "/pages/account.css");
        }
        assertThat(get("/activate", Map.of()).body()).contains("data-operation=\"/api/user/activate\"");
        assertThat(get("/password", Map.of()).body()).contains("data-operation=\"/api/user/password/reset\"");
        assertThat(get("/pages/account.js", Map.of()).body()).contains("\"activate-done\"");
        assertThat(get("/pages/account.css", Map.of()).statusCode()).isEqualTo(200);
        assertThat(get("/pages/../application.yaml", Map.of()).statusCode()).isNotEqualTo(200);
    }

    @Test
    void every_answer_names_its_request_and_its_time() throws Exception {
        HttpResponse<String> own = get(Map.of("CMW-Request-Id", "order-17.a"));
        HttpResponse<String> evil = get(Map.of("CMW-Request-Id", "x".repeat(65)));

        assertThat(own.headers().firstValue("CMW-Request-Id")).contains("order-17.a");
        assertThat(evil.headers().firstValue("CMW-Request-Id").orElseThrow()).hasSize(36);
        assertThat(own.headers().firstValueAsLong("CMW-Response-Time-MS")).isPresent();
    }

    @Test
    void a_path_that_leads_nowhere_is_answered_in_the_shape_of_all_errors() throws Exception {
        HttpResponse<String> answer = get("/api/nowhere", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem(answer).at("/errorHolders/0/key").asText()).isEqualTo("not-found");
        assertThat(answer.headers().firstValue("CMW-Request-Id")).isPresent();
    }

    private void assertUnavailable(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem(answer).at("/errorHolders/0/key").asText()).isEqualTo("login-unavailable");
    }

    private void assertTurnedAway(String token) throws Exception {
        HttpResponse<String> answer = get(bearer(token));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(value -> value.contains("error=\"invalid_token\""));
        assertThat(answer.body()).contains("This token is not good").doesNotContain("Jwt");
    }

    private void keycloakKnows(String name, String password) throws Exception {
        String token = TestTokens.of(KEYCLOAK.baseUrl() + REALM, name).sign();
        KEYCLOAK.stubFor(post(TOKEN_PATH)
                .withRequestBody(containing("password=" + password))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}")));
    }

    private static void keycloakRefuses() {
        KEYCLOAK.stubFor(
                post(TOKEN_PATH).willReturn(aResponse().withStatus(401).withBody("{\"error\":\"invalid_grant\"}")));
    }

    private static TestTokens token() {
        return TestTokens.of(KEYCLOAK.baseUrl() + REALM, "vendor");
    }

    private Map<String, String> asUser(String actor, String other) {
        return Map.of(
                "CMW-Auth-Token",
                users.issueToken(users.byLogin(actor).orElseThrow().userId(), false),
                "CMW-As-User",
                other);
    }

    private Map<String, String> tokenOf(String name) {
        return Map.of(
                "CMW-Auth-Token",
                users.issueToken(users.byLogin(name).orElseThrow().userId(), false));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private JsonNode problem(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(Map<String, String> headers) throws Exception {
        return get("/api/who", headers);
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
