package io.mercato.platform.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.AccountDraft;
import io.mercato.domain.identity.message.AccountCommand.AccountChanged;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.identity.IdentityToken;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = IdentityTestPlatform.class,
        properties = {
            "queue.identity.commands=identity.commands",
            "mercato.identity.accounts.connect-timeout=1s",
            "mercato.identity.accounts.response-timeout=2s",
            "mercato.identity.accounts.attempts=3",
            "mercato.identity.accounts.retry-delay=10ms"
        })
@DirtiesContext
class AccountsTest {
    private static final WireMockServer KEYCLOAK =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static final String USERS = "/admin/realms/mercato/users";
    private static final String SAVE = "direct:identity-save-account";
    private static final String CONFIRM = "direct:identity-confirm-account";
    private static final String MOVE = "direct:identity-move-account";

    static {
        KEYCLOAK.start();
    }

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private IdentityToken token;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) {
        properties.add("test.keycloak", KEYCLOAK::baseUrl);
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.stop();
    }

    @BeforeEach
    void keycloak() {
        KEYCLOAK.resetAll();
        token.forget();
        KEYCLOAK.stubFor(post("/token").willReturn(okJson("{\"access_token\": \"t1\", \"expires_in\": 300}")));
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS)).willReturn(okJson("[]")));
    }

    @Test
    void an_account_is_made_unconfirmed_with_its_password() {
        willCreate(created());

        assertThat(template.requestBody(SAVE, draft(null, "pass", false))).isEqualTo("id-7");

        KEYCLOAK.verify(postRequestedFor(urlEqualTo("/token"))
                .withRequestBody(containing("client_id=mercato-identity&client_secret=s3cret%26")));
        KEYCLOAK.verify(getRequestedFor(urlPathEqualTo(USERS))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .withQueryParam("exact", equalTo("true"))
                .withQueryParam("email", equalTo("ada+x@people.example")));
        KEYCLOAK.verify(postRequestedFor(urlEqualTo(USERS))
                .withRequestBody(matchingJsonPath("$.username", equalTo("ada")))
                .withRequestBody(matchingJsonPath("$.emailVerified", equalTo("false")))
                .withRequestBody(matchingJsonPath("$.credentials[0].value", equalTo("pass"))));
    }

    @Test
    void the_module_s_own_token_is_asked_for_once_and_again_when_it_is_refused() {
        willCreate(created());
        template.requestBody(SAVE, draft(null, "pass", false));
        template.requestBody(SAVE, draft(null, "pass", false));
        KEYCLOAK.verify(1, postRequestedFor(urlEqualTo("/token")));

        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS))
                .inScenario("ended")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(status(401))
                .willSetStateTo("new"));
        assertThat(template.requestBody(SAVE, draft(null, "pass", false))).isEqualTo("id-7");
        KEYCLOAK.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void an_account_that_was_never_confirmed_is_taken_over_and_its_sessions_end() {
        there("id-3", false);
        willChange("id-3");

        assertThat(template.requestBody(SAVE, draft(null, "pass", false))).isEqualTo("id-3");

        KEYCLOAK.verify(putRequestedFor(urlEqualTo(USERS + "/id-3/reset-password"))
                .withRequestBody(equalToJson("{\"type\": \"password\", \"temporary\": false, \"value\": \"pass\"}")));
        KEYCLOAK.verify(postRequestedFor(urlEqualTo(USERS + "/id-3/logout")));
        KEYCLOAK.verify(0, postRequestedFor(urlEqualTo(USERS)));
    }

    @Test
    void a_confirmed_account_is_not_taken_over_by_a_visitor_but_by_who_may_vouch() {
        there("id-3", true);
        willChange("id-3");

        assertFails(() -> template.requestBody(SAVE, draft(null, "pass", false)), ErrorKind.CONFLICT);
        KEYCLOAK.verify(0, putRequestedFor(anyUrl()));
        assertThat(template.requestBody(SAVE, draft(null, null, true))).isEqualTo("id-3");
        KEYCLOAK.verify(0, putRequestedFor(urlEqualTo(USERS + "/id-3/reset-password")));
    }

    @Test
    void an_account_that_is_known_by_its_id_is_found_by_it_and_made_anew_when_it_is_gone() {
        KEYCLOAK.stubFor(get(USERS + "/id-5").willReturn(okJson(account("id-5", true))));
        willChange("id-5");
        assertThat(template.requestBody(SAVE, draft("id-5", "pass", false))).isEqualTo("id-5");

        KEYCLOAK.stubFor(get(USERS + "/id-5").willReturn(status(404)));
        willCreate(created());
        assertThat(template.requestBody(SAVE, draft("id-5", "pass", false))).isEqualTo("id-7");
    }

    @Test
    void what_keycloak_refuses_is_said_and_not_tried_again() {
        willCreate(jsonResponse(
                "{\"error\": \"invalidPasswordMinLengthMessage\", \"error_description\": \"Invalid password: minimum length 8.\"}",
                400));
        assertFails(() -> template.requestBody(SAVE, draft(null, "pass", false)), ErrorKind.INVALID);
        KEYCLOAK.verify(1, postRequestedFor(urlEqualTo(USERS)));

        willCreate(jsonResponse("{\"errorMessage\": \"User exists with same username\"}", 409));
        assertFails(() -> template.requestBody(SAVE, draft(null, "pass", false)), ErrorKind.CONFLICT);
        willCreate(jsonResponse("{\"errorMessage\": \"no\"}", 403));
        assertFails(() -> template.requestBody(SAVE, draft(null, "pass", false)), ErrorKind.BROKEN);
    }

    @Test
    void what_is_not_answered_is_tried_again() {
        failsFirst(status(503));
        willCreate(created());
        assertThat(template.requestBody(SAVE, draft(null, "pass", false))).isEqualTo("id-7");

        failsFirst(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(template.requestBody(SAVE, draft(null, "pass", false))).isEqualTo("id-7");
    }

    @Test
    void a_creation_whose_answer_was_lost_makes_no_second_account() {
        KEYCLOAK.stubFor(post(USERS).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS))
                .inScenario("lost")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson("[]"))
                .willSetStateTo("made"));
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS))
                .inScenario("lost")
                .whenScenarioStateIs("made")
                .willReturn(okJson("[" + account("id-9", false) + "]")));
        willChange("id-9");

        assertThat(template.requestBody(SAVE, draft(null, "pass", false))).isEqualTo("id-9");
        KEYCLOAK.verify(1, postRequestedFor(urlEqualTo(USERS)));
    }

    @Test
    void who_waits_for_a_keycloak_that_is_away_hears_so_after_the_last_attempt() {
        willCreate(created());
        template.requestBody(SAVE, draft(null, "pass", false));
        KEYCLOAK.resetRequests();
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS)).willReturn(okJson("[]").withFixedDelay(4_000)));
        assertFails(() -> template.requestBody(SAVE, draft(null, "pass", false)), ErrorKind.RETRYABLE);
        KEYCLOAK.verify(3, getRequestedFor(urlPathEqualTo(USERS)));

        token.forget();
        KEYCLOAK.stubFor(post("/token").willReturn(status(500)));
        assertFails(() -> template.requestBody(SAVE, draft(null, "pass", false)), ErrorKind.RETRYABLE);
    }

    @Test
    void a_confirmation_leaves_what_else_is_to_be_done() {
        KEYCLOAK.stubFor(get(USERS + "/id-3")
                .willReturn(okJson("{\"id\": \"id-3\", \"emailVerified\": false, \"totp\": false,"
                        + " \"requiredActions\": [\"VERIFY_EMAIL\", \"CONFIGURE_TOTP\"]}")));
        willChange("id-3");

        template.requestBody(CONFIRM, "id-3");

        KEYCLOAK.verify(putRequestedFor(urlEqualTo(USERS + "/id-3"))
                .withRequestBody(equalToJson("{\"emailVerified\": true, \"requiredActions\": [\"CONFIGURE_TOTP\"]}")));
        KEYCLOAK.stubFor(get(USERS + "/gone").willReturn(status(404)));
        assertFails(() -> template.requestBody(CONFIRM, "gone"), ErrorKind.NOT_FOUND);
    }

    @Test
    void an_account_gets_another_address_confirmed_unless_another_one_has_it() {
        KEYCLOAK.stubFor(get(USERS + "/id-3")
                .willReturn(okJson("{\"id\": \"id-3\", \"emailVerified\": false,"
                        + " \"requiredActions\": [\"VERIFY_EMAIL\", \"CONFIGURE_TOTP\"]}")));
        willChange("id-3");
        AccountChanged change = new AccountChanged("id-3", "new@people.example", "A", "B", true);

        template.requestBody(MOVE, change);

        KEYCLOAK.verify(putRequestedFor(urlEqualTo(USERS + "/id-3"))
                .withRequestBody(equalToJson("{\"firstName\": \"A\", \"lastName\": \"B\","
                        + " \"email\": \"new@people.example\", \"enabled\": true, \"emailVerified\": true,"
                        + " \"requiredActions\": [\"CONFIGURE_TOTP\"]}")));
        KEYCLOAK.stubFor(put(USERS + "/id-3")
                .willReturn(jsonResponse("{\"errorMessage\": \"User exists with same email\"}", 409)));
        assertFails(() -> template.requestBody(MOVE, change), ErrorKind.CONFLICT);
        KEYCLOAK.verify(2, putRequestedFor(urlEqualTo(USERS + "/id-3")));
        KEYCLOAK.stubFor(put(USERS + "/id-3").willReturn(status(503)));
        assertFails(() -> template.requestBody(MOVE, change), ErrorKind.RETRYABLE);
        KEYCLOAK.stubFor(get(USERS + "/id-3").willReturn(status(404)));
        template.requestBody(MOVE, change);
    }

    @Test
    void commands_change_confirm_and_remove_accounts_and_can_be_repeated() {
        willChange("id-3");
        KEYCLOAK.stubFor(delete(USERS + "/id-3").willReturn(status(404)));
        KEYCLOAK.stubFor(get(USERS + "/id-3").willReturn(okJson(account("id-3", false))));

        command(
                "AccountChanged",
                "{\"accountId\": \"id-3\", \"email\": \"new@people.example\", \"name\": \"A\","
                        + " \"surname\": \"B\", \"enabled\": false}");
        command("AccountConfirmed", "{\"accountId\": \"id-3\"}");
        command("AccountRemoved", "{\"accountId\": \"id-3\"}");

        KEYCLOAK.verify(putRequestedFor(urlEqualTo(USERS + "/id-3"))
                .withRequestBody(equalToJson("{\"firstName\": \"A\", \"lastName\": \"B\","
                        + " \"email\": \"new@people.example\", \"enabled\": false}")));
        KEYCLOAK.verify(putRequestedFor(urlEqualTo(USERS + "/id-3"))
                .withRequestBody(matchingJsonPath("$.emailVerified", equalTo("true"))));
        KEYCLOAK.verify(1, deleteRequestedFor(urlEqualTo(USERS + "/id-3")));
    }

    @Test
    void a_command_that_fails_is_the_broker_s_to_repeat() {
        KEYCLOAK.stubFor(any(anyUrl()).willReturn(status(503)));

        assertFails(() -> command("AccountRemoved", "{\"accountId\": \"id-3\"}"), ErrorKind.RETRYABLE);
        assertThatThrownBy(() -> command("AccountPainted", "{}"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private void command(String type, String body) {
        template.sendBodyAndHeaders("jms:queue:identity.commands", body, Map.of(MessageHeaders.MESSAGE_TYPE, type));
    }

    private static void assertFails(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorKind kind) {
        assertThatThrownBy(call)
                .cause()
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static void failsFirst(ResponseDefinitionBuilder failure) {
        String scenario = "fails first " + failure.hashCode();
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS))
                .inScenario(scenario)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(failure)
                .willSetStateTo("well"));
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS))
                .inScenario(scenario)
                .whenScenarioStateIs("well")
                .willReturn(okJson("[]")));
    }

    private static void there(String id, boolean confirmed) {
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS)).willReturn(okJson("[" + account(id, confirmed) + "]")));
    }

    private static void willCreate(ResponseDefinitionBuilder answer) {
        KEYCLOAK.stubFor(post(USERS).willReturn(answer));
    }

    private static ResponseDefinitionBuilder created() {
        return status(201).withHeader("Location", "http://localhost/admin/realms/mercato/users/id-7");
    }

    private static void willChange(String id) {
        KEYCLOAK.stubFor(put(USERS + "/" + id).willReturn(noContent()));
        KEYCLOAK.stubFor(put(USERS + "/" + id + "/reset-password").willReturn(noContent()));
        KEYCLOAK.stubFor(post(USERS + "/" + id + "/logout").willReturn(noContent()));
    }

    private static String account(String id, boolean confirmed) {
        return "{\"id\": \"" + id + "\", \"username\": \"ada\", \"email\": \"ada@people.example\", \"emailVerified\": "
                + confirmed + ", \"requiredActions\": []}";
    }

    private static AccountDraft draft(@Nullable String id, @Nullable String password, boolean mayBeKnown) {
        return new AccountDraft(id, "ada", "ada+x@people.example", "Ada", "Byron", password, mayBeKnown);
    }
}
