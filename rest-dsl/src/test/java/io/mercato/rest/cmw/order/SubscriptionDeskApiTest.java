package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** How subscriptions are read, kept and changed besides stopping and starting them. */
class SubscriptionDeskApiTest extends CoreApiCalls {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void a_list_is_had_with_prices_or_with_what_a_deployer_needs() {
        int id = deployed(market.managed);

        Answer priced = get(market.customer, "/subscription", prefer("priced")).is(200);
        Answer deployment =
                get(market.vendor, "/subscription", prefer("deployment")).is(200);

        assertThat(priced.body().get(0).properties().stream().map(Map.Entry::getKey))
                .containsExactly("id", "self", "name", "cost");
        assertThat(priced.body().get(0).get("cost").decimalValue()).isEqualByComparingTo("100");
        assertThat(deployment.body().get(0).toString())
                .isEqualTo("{\"id\":" + id + ",\"self\":\"subscription/" + id
                        + "\",\"type\":\"TRIAL\",\"buyer\":{\"url\":\"user/" + market.customer.userId()
                        + "\"},\"productVersion\":{\"url\":\"productVersion/" + market.managed
                        + "\"},\"configurationParameters\":[]}");
        assertThat(text(market.customer, "/subscription", Map.of("Accept", "text/csv", "Prefer", "response=priced")))
                .isEqualToNormalizingNewlines(
                        "id,self,name,cost\n" + id + ",subscription/" + id + ",\"Wiki - Small\",100\n");
    }

    @Test
    void what_ends_soon_is_listed() {
        int trial = deployed(market.managed);
        order(market.vm, "NORMAL");

        assertThat(get(market.customer, "/subscription/expiring").is(200).body())
                .isEmpty();
        clock.advance(java.time.Duration.ofHours(1));

        Answer soon = get(market.customer, "/subscription/expiring").is(200);
        assertThat(soon.body()).hasSize(1);
        assertThat(soon.body().get(0).get("id").asInt()).isEqualTo(trial);
        assertThat(get(market.stranger, "/subscription/expiring").body()).isEmpty();
    }

    @Test
    void integrators_find_what_they_keep() {
        int one = deployed(market.vm);
        int two = id(order(market.syndicated, "TRIAL").text("/subscription/url"));
        call(market.vendor, HttpMethod.PUT, "/subscription/" + one + "/metadata", "{'crm': '7', 'tier': 'a'}", NONE)
                .is(204);
        call(market.customer, HttpMethod.PUT, "/subscription/" + two + "/metadata", "{'crm': '8'}", NONE)
                .is(204);

        assertThat(get(market.vendor, "/subscription/metadata/keys")
                        .is(200)
                        .body()
                        .toString())
                .isEqualTo("[\"crm\",\"tier\"]");
        assertThat(get(market.customer, "/subscription/metadata/crm/values")
                        .is(200)
                        .body()
                        .toString())
                .isEqualTo("[\"7\",\"8\"]");
        assertThat(get(market.stranger, "/subscription/metadata/keys").body()).isEmpty();
        call(market.customer, HttpMethod.DELETE, "/subscription/" + one + "/metadata/tier", null, NONE)
                .is(204);
        assertThat(get(market.customer, "/subscription/" + one + "/metadata")
                        .body()
                        .toString())
                .isEqualTo("{\"crm\":\"7\"}");
        get(market.supervisor, "/subscription/" + one + "/metadata").is(200);
        call(market.supervisor, HttpMethod.PUT, "/subscription/" + one + "/metadata", "{'crm': '9'}", NONE)
                .fails(403, "role");
        get(market.stranger, "/subscription/" + one + "/metadata").fails(404, "subscription");
        assertThat(get(market.customer, "/subscription/" + one).text("/metadata/url"))
                .isEqualTo("subscription/" + one + "/metadata");
    }

    @Test
    void a_trial_is_renewed_as_a_paid_subscription() {
        int id = deployed(market.managed);

        Answer renewed = patch(market.customer, "/subscription/" + id, "{'action': 'renew'}")
                .is(200);

        assertThat(renewed.text("/upgrade")).isEqualTo("PAID");
        assertThat(renewed.text("/invoice/url")).startsWith("invoice/");
        assertThat(get(market.customer, "/" + renewed.text("/invoice/url")).text("/type"))
                .isEqualTo("RENEWAL");
        assertThat(get(market.customer, "/" + renewed.text("/order/url")).text("/creator/url"))
                .isEqualTo("user/" + market.customer.userId());
        assertThat(get(market.customer, "/subscription/" + id).text("/type")).isEqualTo("NORMAL");
    }

    @Test
    void a_plan_is_changed_and_cheaper_waits() {
        int id = syndicated();
        String path = "/subscription/" + id;
        assertThat(get(market.customer, path).body().get("possibleUpgrades")).hasSize(2);

        Answer down = patch(market.customer, path, upgrade(market.smaller)).is(200);

        assertThat(down.text("/upgrade")).isEqualTo("DEFERRED");
        assertThat(down.fields()).containsExactly("order", "upgrade");
        assertThat(get(market.customer, "/" + down.text("/order/url")).text("/productVersion/url"))
                .isEqualTo("productVersion/" + market.smaller);
        patch(market.customer, path, upgrade(market.larger)).fails(409, "operation-not-available");
        call(market.customer, HttpMethod.DELETE, "/" + down.text("/order/url"), null, NONE)
                .is(204);
        Answer up = patch(market.customer, path, upgrade(market.larger)).is(200);
        assertThat(up.text("/upgrade")).isEqualTo("PAID");
        patch(market.admin, "/" + up.text("/invoice/url") + "/pay", "{'reference': 'bank-7'}")
                .is(204);
        assertThat(get(market.customer, path).text("/productVersion/url")).isEqualTo("productVersion/" + market.larger);
        patch(market.customer, path, "{'action': 'SYNDICATED_UPGRADE'}").fails(400, "productVersion");
        patch(market.vendor, path, upgrade(market.smaller)).fails(403, "role");
    }

    @Test
    void a_subscription_names_orders_and_invoices_that_its_reader_may_read() {
        int id = syndicated();
        String path = "/subscription/" + id;
        Answer down = patch(market.customer, path, upgrade(market.smaller)).is(200);
        call(market.customer, HttpMethod.DELETE, "/" + down.text("/order/url"), null, NONE)
                .is(204);

        for (Principal who : List.of(market.customer, market.colleague, market.vendor, market.admin)) {
            Answer read = get(who, path).is(200);
            assertThat(read.body().get("orders")).hasSize(1);
            read.body()
                    .get("orders")
                    .forEach(order -> get(who, "/" + order.get("url").asText()).is(200));
            boolean pays = who == market.customer || who == market.admin;
            assertThat(read.body().get("invoices")).hasSize(pays ? 1 : 0);
        }
    }

    @Test
    void an_administrator_sets_dates_right_and_nobody_else() {
        int id = deployed(market.vm);
        String path = "/subscription/" + id;

        patch(market.admin, path, "{'action': 'ALTER_DATES', 'from': '2026-02-20T00:00:00Z'}")
                .is(200);

        assertThat(get(market.customer, path).text("/endDate")).isEqualTo("2026-02-20T00:00:00Z");
        patch(market.admin, path, "{'action': 'ALTER_DATES', 'from': '2026-01-01T00:00:00Z'}")
                .fails(400, "from");
        patch(market.admin, path, "{'action': 'ALTER_DATES'}").fails(400, "from");
        patch(market.customer, path, "{'action': 'ALTER_DATES', 'hours': 1}").fails(403, "role");
        patch(market.customer, path, "{'action': 'DEPLOY'}").fails(403, "role");
        patch(market.customer, path, "{'action': 'REFRESH_BILLING_CONFIGURATION'}")
                .fails(403, "role");
    }

    @Test
    void a_subscription_is_ended_by_deleting_it() {
        int id = deployed(market.vm);

        call(market.vendor, HttpMethod.DELETE, "/subscription/" + id, null, NONE)
                .fails(403, "role");
        call(market.stranger, HttpMethod.DELETE, "/subscription/" + id, null, NONE)
                .fails(404, "subscription");
        call(market.customer, HttpMethod.DELETE, "/subscription/" + id, null, NONE)
                .is(204);
        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
    }

    @Test
    void the_changelog_names_each_field_and_no_secret() {
        int id = syndicated();
        String path = "/subscription/" + id;
        post(market.vendor, path + "/endpoints", "[{'endpoint': 'https://wiki.example/7', 'category': 'APP'}]")
                .is(204);
        post(market.vendor, path + "/credentials", "[{'key': 'password', 'value': 'hunter2', 'weight': 1}]")
                .is(204);
        post(market.vendor, path + "/instructions", "{'en': 'Just log in'}").is(204);
        patch(market.customer, path, "{'action': 'AUTORENEW', 'autoRenew': false}")
                .is(200);
        patch(market.customer, path, "{'action': 'SET_NAME', 'name': 'Mine'}").is(200);

        String log = get(market.customer, path + "/changelog").is(200).body().toString();

        assertThat(log)
                .contains(
                        "{\"property\":\"endpoints\",\"left\":\"[]\",\"right\":\"[https://wiki.example/7]\"}",
                        "{\"property\":\"credentials\",\"left\":\"[]\",\"right\":\"[password]\"}",
                        "\"property\":\"endUserInstructions\"",
                        "{\"property\":\"autoRenew\",\"left\":\"true\",\"right\":\"false\"}",
                        "{\"property\":\"name\",\"left\":\"Wiki - Small\",\"right\":\"Mine\"}",
                        "{\"property\":\"paid\",\"left\":\"false\",\"right\":\"true\"}")
                .doesNotContain("hunter2");
    }

    @Test
    void orders_of_a_coupon_are_found() {
        order(market.vm, "NORMAL");

        assertThat(get(market.customer, "/order?coupon=1").is(200).body()).isEmpty();
        get(market.customer, "/order?coupon=SUMMER").fails(400, "coupon");
    }

    @Test
    void of_two_who_change_what_they_have_seen_at_once_the_later_one_is_told() {
        int id = deployed(market.vm);
        String path = "/subscription/" + id;
        Map<String, String> seen = Map.of("If-Match", get(market.customer, path).header("ETag"));

        List<Integer> answers = Stream.of("One", "Two")
                .map(name -> CompletableFuture.supplyAsync(() -> call(
                                market.customer,
                                HttpMethod.PATCH,
                                path,
                                "{'action': 'SET_NAME', 'name': '" + name + "'}",
                                seen)
                        .response()
                        .getStatusCode()
                        .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        patch(market.customer, path, "{'action': 'SET_NAME', 'name': 'Three'}").is(200);
    }

    @Test
    void a_reseller_looks_after_the_subscriptions_of_his_customers() {
        int own = id(order(market.resold, market.syndicated, "TRIAL", NONE).text("/subscription/url"));
        int other = id(order(market.syndicated, "TRIAL").text("/subscription/url"));

        for (Principal seller : List.of(market.reseller, market.distributor)) {
            assertThat(get(seller, "/subscription").body()).hasSize(1);
            patch(seller, "/subscription/" + own, "{'action': 'SET_NAME', 'name': 'Theirs'}")
                    .is(200);
            get(seller, "/subscription/" + other).fails(404, "subscription");
        }
    }

    /** A paid subscription of the syndicated product that its vendor has reported. */
    private int syndicated() {
        Answer order = order(market.syndicated, "NORMAL").is(201);
        int invoice = market.column(
                        Integer.class,
                        "select id from cmw.invoice where order_id = ?",
                        order.body().get("id").asInt())
                .get(0);
        patch(market.admin, "/invoice/" + invoice + "/pay", "{'reference': 'bank-1'}")
                .is(204);
        int id = id(order.text("/subscription/url"));
        patch(market.vendor, "/subscription/" + id, "{'deploymentStatus': 'DEPLOYED'}")
                .is(200);
        return id;
    }

    private static String upgrade(int plan) {
        return "{'action': 'SYNDICATED_UPGRADE', 'productVersion': {'url': 'productVersion/" + plan + "'}}";
    }

    private static Map<String, String> prefer(String what) {
        return Map.of("Prefer", "response=" + what);
    }
}
