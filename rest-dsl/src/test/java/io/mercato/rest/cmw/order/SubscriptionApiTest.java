package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class SubscriptionApiTest extends CoreApiCalls {
    private static final Map<String, String> MINIMAL = Map.of("Prefer", "response=minimal");

    @Test
    void a_subscription_shows_how_to_get_in() {
        int id = deployed(market.managed);

        Answer one = get(market.customer, "/subscription/" + id).is(200);

        assertThat(one.text("/self")).isEqualTo("subscription/" + id);
        assertThat(one.text("/deploymentStatus")).isEqualTo("DEPLOYED");
        assertThat(one.text("/billingPeriodStart")).isEqualTo("2026-01-31T10:00:00Z");
        assertThat(one.text("/billingPeriodEnd")).isEqualTo("2026-02-14T10:00:00Z");
        assertThat(one.text("/company/url")).isEqualTo("company/" + market.vendorCompany);
        assertThat(one.text("/endpoints/0/category")).isEqualTo("APP");
        assertThat(one.text("/endpoints/0/endpoint")).isEqualTo("https://127.0.0.9:8443");
        assertThat(one.text("/credentials/1/value")).isEqualTo("hunter2");
        assertThat(one.text("/endUserInstructions")).contains("ssh -p 2222 debian@127.0.0.9");
        assertThat(one.body().get("availableOperations").toString())
                .isEqualTo("[\"STOP\",\"KILL\",\"SET_NAME\",\"RENEW\"]");
        assertThat(one.body().get("virtualMachineInstance")).hasSize(1);
        assertThat(get(market.customer, "/subscription/" + id + "?apiVersion=20200101")
                        .fields())
                .doesNotContain("billingPeriodStart", "billingPeriodEnd");
    }

    @Test
    void credentials_are_null_for_whom_they_are_not_meant() {
        int id = deployed(market.managed);

        for (Principal other : List.of(market.vendor, market.admin)) {
            Answer one = get(other, "/subscription/" + id).is(200);
            assertThat(one.body().toString()).doesNotContain("hunter2");
            assertThat(one.text("/credentials/1/key")).isEqualTo("password");
        }
    }

    @Test
    void who_wants_names_only_gets_names_only() {
        int id = deployed(market.managed);

        Answer list = get(market.customer, "/subscription", MINIMAL).is(200);
        Answer one = get(market.customer, "/subscription/" + id, MINIMAL).is(200);

        assertThat(one.fields()).containsExactly("id", "name", "self");
        assertThat(one.text("/name")).isEqualTo("Wiki - Small");
        assertThat(list.body().get(0)).isEqualTo(one.body());
        assertThat(list.header("CMW-TotalItems")).isEqualTo("1");
        assertThat(get(market.customer, "/subscription", Map.of("Prefer", "response=minimalist"))
                        .body()
                        .get(0)
                        .has("deploymentStatus"))
                .isTrue();
    }

    @Test
    void subscriptions_are_listed_and_counted() {
        deployed(market.managed);
        order(market.vm, "NORMAL");

        assertThat(get(market.customer, "/subscription?status=DEPLOYED").body()).hasSize(1);
        assertThat(get(market.customer, "/subscription?productType=VM").body()).hasSize(1);
        assertThat(get(market.rival, "/subscription").body()).isEmpty();
        assertThat(call(market.customer, HttpMethod.HEAD, "/subscription", null, Map.of())
                        .is(200)
                        .header("CMW-TotalItems"))
                .isEqualTo("2");
        get(market.customer, "/subscription?status=ASLEEP").fails(400, "status");
        get(Principal.ANONYMOUS, "/subscription").fails(401, "Log in");
    }

    @Test
    void a_subscription_is_changed_by_actions_in_any_case() {
        int id = deployed(market.vm);
        String path = "/subscription/" + id;

        assertThat(patch(market.customer, path, "{'action': 'set_name', 'name': 'Mine'}")
                        .is(200)
                        .body())
                .isEmpty();
        patch(market.customer, path, "{'action': 'Stop'}").is(200);

        assertThat(get(market.customer, path).text("/name")).isEqualTo("Mine");
        patch(market.customer, path, "{'action': 'STOP'}").fails(423, "busy");
        patch(market.customer, path, "{'action': 'AUTORENEW', 'autoRenew': true}")
                .fails(423, "busy");
        patch(market.customer, path, "{'action': 'KILL'}").is(200);
        patch(market.customer, path, "{'action': 'START'}").fails(409, "UNDEPLOY_SENT");
    }

    @Test
    void what_cannot_be_done_is_said() {
        int id = deployed(market.vm);
        String path = "/subscription/" + id;

        patch(market.customer, path, "{'action': 'DANCE'}").fails(400, "action");
        patch(market.customer, path, "{}").fails(400, "action");
        patch(market.customer, path, "{'action': 'SET_NAME', 'name': ' '}").fails(400, "name");
        patch(market.customer, path, "{'action': 'SET_NAME', 'name': '" + "n".repeat(256) + "'}")
                .fails(400, "name");
        patch(market.customer, path, "{'action': 'START'}").fails(409, "DEPLOYED");
        patch(market.vendor, path, "{'action': 'STOP'}").fails(403, "role");
        patch(market.stranger, path, "{'action': 'STOP'}").fails(404, "There is no subscription " + id);
        patch(market.customer, "/subscription/999", "{'action': 'STOP'}").fails(404, "999");
        patch(market.vendor, path, "{'deploymentStatus': 'UNDEPLOYED'}").fails(409, "not-syndicated");
    }

    @Test
    void a_vendor_gives_access_and_reports() {
        int id = id(order(market.syndicated, "TRIAL").is(201).text("/subscription/url"));
        String path = "/subscription/" + id;

        post(market.vendor, path + "/endpoints", "[{'endpoint': 'https://wiki.example/7', 'category': 'APP'}]")
                .is(204);
        post(market.vendor, path + "/instructions", "{'en': 'Just log in', 'it': 'Basta accedere'}")
                .is(204);
        assertThat(get(market.customer, path + "?language=it").text("/endUserInstructions"))
                .isEqualTo("Basta accedere");
        assertThat(get(market.customer, path + "?language=de").text("/endUserInstructions"))
                .isEqualTo("Just log in");
        post(
                        market.vendor,
                        path + "/credentials",
                        "[{'key': 'password', 'value': 'hunter2', 'description': {'en': 'Password'}, 'weight': 1}]")
                .is(204);
        patch(market.vendor, path, "{'deploymentStatus': 'DEPLOYED'}").is(200);

        JsonNode one = get(market.customer, path).body();
        assertThat(one.at("/deploymentStatus").asText()).isEqualTo("DEPLOYED");
        assertThat(one.at("/endpoints/0/endpoint").asText()).isEqualTo("https://wiki.example/7");
        assertThat(one.at("/credentials/0/value").asText()).isEqualTo("hunter2");
        assertThat(one.at("/endUserInstructions").asText()).isEqualTo("Just log in");
        assertThat(get(market.vendor, path).body().toString()).doesNotContain("hunter2");
    }

    @Test
    void what_a_vendor_gives_must_be_well_formed() {
        int id = id(order(market.syndicated, "TRIAL").is(201).text("/subscription/url"));
        String path = "/subscription/" + id;

        post(market.vendor, path + "/endpoints", "[{'endpoint': 'wiki', 'category': 'APP'}]")
                .fails(400, "[0].endpoint");
        post(market.vendor, path + "/endpoints", "[{'endpoint': 'http://w.example', 'category': 'APP'}]")
                .fails(400, "https");
        post(market.vendor, path + "/endpoints", "[{'endpoint': 'https://w.example'}]")
                .fails(400, "APP");
        post(market.vendor, path + "/endpoints", "[]").fails(400, "APP");
        post(market.vendor, path + "/credentials", "[{'value': 'x'}]").fails(400, "[0].key");
        post(market.vendor, path + "/instructions", "{'english': 'x'}").fails(400, "language");
        post(market.vendor, path + "/instructions", "{'en': 7}").fails(400, "text");
        patch(market.vendor, path, "{'deploymentStatus': 'STOPPED'}").fails(400, "deploymentStatus");
        post(market.customer, path + "/instructions", "{'en': 'x'}").fails(403, "role");
        post(market.rival, path + "/instructions", "{'en': 'x'}").fails(404, "There is no subscription " + id);
    }

    @Test
    void a_machine_shows_how_to_log_in() {
        int id = deployed(market.vm);

        JsonNode machine =
                get(market.customer, "/virtualMachineInstance").is(200).body().get(0);

        assertThat(machine.get("publicIP").asText()).isEqualTo("127.0.0.9");
        assertThat(machine.get("user").asText()).isEqualTo("debian");
        assertThat(machine.get("sshPort").asInt()).isEqualTo(2222);
        assertThat(machine.get("cpu").asInt()).isEqualTo(2);
        assertThat(machine.at("/subscription/url").asText()).isEqualTo("subscription/" + id);
        String path = "/" + machine.get("self").asText();
        assertThat(get(market.customer, path).is(200).body()).isEqualTo(machine);
        get(market.stranger, path).fails(404, "virtualMachineInstance");
    }

    @Test
    void the_changelog_says_who_did_what() {
        int id = deployed(market.vm);
        patch(market.colleague, "/subscription/" + id, "{'action': 'STOP'}").is(200);

        JsonNode commits = get(market.customer, "/subscription/" + id + "/changelog")
                .is(200)
                .body()
                .get("commits");

        assertThat(commits).hasSize(4);
        assertThat(commits.at("/1/changes/0").toString())
                .isEqualTo("{\"property\":\"deploymentStatus\",\"left\":\"PENDING\",\"right\":\"DEPLOYED\"}");
        assertThat(commits.at("/1").has("author")).isFalse();
        assertThat(commits.at("/2/changes").toString())
                .isEqualTo("[{\"property\":\"billingPeriodStart\",\"right\":\"2026-01-31T10:00:00Z\"},"
                        + "{\"property\":\"endDate\",\"right\":\"2026-02-14T10:00:00Z\"}]");
        assertThat(commits.at("/3/author/url").asText()).isEqualTo("user/" + market.colleague.userId());
        get(market.stranger, "/subscription/" + id + "/changelog").fails(404, "subscription");
    }

    @Test
    void events_are_listed_sent_by_hand_and_forgotten() {
        int id = id(order(market.syndicated, "TRIAL").is(201).text("/subscription/url"));

        JsonNode event = get(market.vendor, "/event?entity=Subscription&id=" + id)
                .is(200)
                .body()
                .get(0);
        assertThat(event.get("entityName").asText()).isEqualTo("Subscription");
        assertThat(event.get("entityId").asInt()).isEqualTo(id);
        assertThat(event.at("/entityUrl/url").asText()).isEqualTo("subscription/" + id);
        assertThat(event.get("type").asText()).isEqualTo("CREATED");
        assertThat(event.get("recipient").asText()).isEqualTo("PRODUCT");
        assertThat(event.get("notified").asBoolean()).isFalse();
        assertThat(event.at("/payload/entityUrl").asText()).isEqualTo("subscription/" + id);
        assertThat(event.at("/vendor/url").asText()).isEqualTo("company/" + market.vendorCompany);
        assertThat(get(market.vendor, "/event?type=deleted").body()).isEmpty();
        assertThat(get(market.rival, "/event").body()).isEmpty();
        get(market.admin, "/event?entity=Robot").fails(400, "entity");
        get(market.customer, "/event").fails(403, "role");

        String draft = "{'endpoint': 'https://crm.example/in', 'entityName': 'Subscription', 'entityId': " + id
                + ", 'type': 'MODIFIED'}";
        post(market.supervisor, "/event", draft).fails(403, "role");
        Answer sent = post(market.admin, "/event", draft).is(201);
        assertThat(sent.header("Location")).isEqualTo("/api/" + sent.text("/self"));
        post(market.vendor, "/event", draft).fails(403, "role");
        post(market.admin, "/event", "{'endpoint': 'https://crm.example/in'}").fails(400, "entityId");

        delete(market.admin, "/" + sent.text("/self")).is(204);
        delete(market.admin, "/" + sent.text("/self")).fails(404, "event");
        delete(market.supervisor, "/event?eventType=failed").fails(403, "role");
        delete(market.admin, "/event").fails(400, "eventType");
        delete(market.admin, "/event?eventType=notified").is(204);
        assertThat(get(market.admin, "/event").body()).isNotEmpty();
    }

    private Answer delete(Principal who, String path) {
        return call(who, HttpMethod.DELETE, path, null, Map.of());
    }
}
