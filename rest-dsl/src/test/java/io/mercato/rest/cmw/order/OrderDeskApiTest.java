package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What is done with orders besides placing them for oneself. */
class OrderDeskApiTest extends CoreApiCalls {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void who_sells_to_a_customer_orders_for_him_and_both_names_are_kept() {
        Principal seller = market.reseller;
        Answer placed = orderFor(seller, market.resold).is(201);

        assertThat(placed.text("/buyer/url")).isEqualTo("user/" + market.resold.userId());
        assertThat(placed.text("/creator/url")).isEqualTo("user/" + seller.userId());
        assertThat(placed.text("/reseller/url")).isEqualTo("reseller/" + market.resellerCompany);
        String log = get(market.resold, "/" + placed.text("/self") + "/changelog")
                .is(200)
                .body()
                .at("/commits/0/changes")
                .toString();
        assertThat(log).contains(market.resold.userName(), seller.userName());
        assertThat(get(market.resold, "/order").body()).hasSize(1);
        assertThat(get(market.reseller, "/order").body()).hasSize(1);
        assertThat(get(market.distributor, "/order").body()).hasSize(1);
    }

    @Test
    void nobody_orders_for_somebody_who_is_not_his_customer() {
        orderFor(market.reseller, market.customer).fails(422, "buyer");
        orderFor(market.customer, market.colleague).fails(422, "buyer");
        orderFor(market.reseller, market.vendor).fails(422, "buyer");
        for (Principal who : List.of(market.vendor, market.distributor, market.supervisor, market.admin)) {
            orderFor(who, market.resold).fails(403, "role");
        }
        order(market.customer, market.vm, "NORMAL", NONE).is(201);
        assertThat(get(market.reseller, "/order").body()).isEmpty();
    }

    @Test
    void an_order_begins_on_its_date_which_can_be_moved() {
        Answer placed = orderWith("'start': '2026-03-01T00:00:00Z'").is(201);
        String path = "/" + placed.text("/self");

        assertThat(placed.text("/status")).isEqualTo("POSTPONED");
        assertThat(placed.text("/startDate")).isEqualTo("2026-03-01T00:00:00Z");
        patch(market.customer, path, "{'action': 'start_date', 'startDate': '2026-04-01T00:00:00Z'}")
                .is(204);
        assertThat(get(market.customer, path).text("/startDate")).isEqualTo("2026-04-01T00:00:00Z");
        patch(market.customer, path, "{'action': 'START_DATE', 'startDate': '2026-01-01T00:00:00Z'}")
                .fails(400, "startDate");
        patch(market.customer, path, "{'action': 'START_DATE'}").fails(400, "startDate");
        patch(market.customer, path, "{'action': 'DANCE', 'startDate': '2026-04-01T00:00:00Z'}")
                .fails(400, "action");
        patch(market.vendor, path, "{'action': 'START_DATE', 'startDate': '2026-04-01T00:00:00Z'}")
                .fails(403, "role");
        patch(market.stranger, path, "{'action': 'START_DATE', 'startDate': '2026-04-01T00:00:00Z'}")
                .fails(404, "order");
        orderWith("'start': '2026-01-31T09:59:59Z'").fails(400, "start");
    }

    @Test
    void who_has_not_seen_the_last_change_changes_nothing() {
        Answer placed = orderWith("'start': '2026-03-01T00:00:00Z'").is(201);
        String path = "/" + placed.text("/self");
        Map<String, String> seen = Map.of("If-Match", get(market.customer, path).header("ETag"));
        String body = "{'action': 'START_DATE', 'startDate': '2026-04-01T00:00:00Z'}";

        call(market.customer, HttpMethod.PATCH, path, body, seen).is(204);
        call(market.colleague, HttpMethod.PATCH, path, body, seen).fails(412, "changed");
        call(market.colleague, HttpMethod.DELETE, path, null, seen).fails(412, "changed");
    }

    @Test
    void an_order_is_taken_back_before_anything_was_delivered() {
        Answer placed = order(market.vm, "NORMAL").is(201);
        String path = "/" + placed.text("/self");
        assertThat(placed.body().get("availableOperations").toString()).isEqualTo("[\"DELETE\"]");

        delete(market.vendor, path).fails(403, "role");
        delete(market.stranger, path).fails(404, "order");
        delete(market.customer, path).is(204);
        get(market.customer, path).fails(404, "order");
        delete(market.customer, path).fails(404, "order");
        assertThat(get(market.customer, "/order").body()).isEmpty();
        delete(market.customer, "/" + order(market.vm, "TRIAL").text("/self")).fails(409, "order-under-way");
    }

    @Test
    void a_number_of_the_customers_own_is_unique_until_its_order_is_taken_back() {
        Answer first = orderWith("'externalReference': 'PO-9'").is(201);

        orderWith("'externalReference': 'PO-9'").fails(409, "external-reference-taken");
        delete(market.customer, "/" + first.text("/self")).is(204);
        orderWith("'externalReference': 'PO-9'").is(201);
    }

    @Test
    void a_reseller_decides_on_the_orders_of_his_customers_and_says_why() {
        String waiting =
                "/" + orderFor(market.reseller, market.resold, market.approved).text("/self");
        assertThat(get(market.reseller, waiting)
                        .body()
                        .get("availableOperations")
                        .toString())
                .isEqualTo("[\"APPROVE\",\"REJECT\",\"DELETE\"]");
        assertThat(get(market.resold, waiting).body().get("availableOperations").toString())
                .isEqualTo("[\"DELETE\"]");

        call(market.reseller, HttpMethod.POST, waiting + "/reject?reason=No%20credit", null, NONE)
                .is(204);

        assertThat(get(market.resold, waiting).text("/status")).isEqualTo("REJECTED");
        assertThat(market.column(
                        String.class,
                        "select payload::jsonb -> 'model' ->> 'reason' from cmw.outbox"
                                + " where payload::jsonb ->> 'template' = 'order-rejected'"))
                .containsExactly("No credit");
        String foreign = "/" + order(market.approved, "NORMAL").text("/self");
        call(market.reseller, HttpMethod.POST, foreign + "/approve", null, NONE).fails(404, "order");
        call(market.vendor, HttpMethod.POST, foreign + "/reject?reason=" + "x".repeat(1025), null, NONE)
                .fails(400, "reason");
    }

    @Test
    void somebody_is_told_of_an_order_again() {
        String path = "/" + order(market.approved, "NORMAL").text("/self");
        jdbc.sql("truncate cmw.outbox").update();

        call(market.customer, HttpMethod.POST, path + "/notify", null, NONE).is(204);
        assertThat(market.outbox()).containsExactly("order-to-approve");
        call(market.vendor, HttpMethod.POST, path + "/approve", null, NONE).is(204);
        call(market.customer, HttpMethod.POST, path + "/notify", null, NONE).is(204);
        assertThat(market.outbox()).containsExactly("order-to-approve", "order-created");
        call(market.stranger, HttpMethod.POST, path + "/notify", null, NONE).fails(404, "order");
    }

    @Test
    void nobody_is_told_of_an_order_again_and_again() {
        String path = "/" + order(market.vm, "NORMAL").text("/self") + "/notify";
        jdbc.sql("truncate cmw.outbox").update();
        call(market.customer, HttpMethod.POST, path, null, NONE).is(204);

        Answer refused = call(market.vendor, HttpMethod.POST, path, null, NONE);

        refused.fails(429, "try again in 300 s");
        assertThat(refused.header("Retry-After")).isEqualTo("300");
        clock.advance(Duration.ofMinutes(5));
        call(market.customer, HttpMethod.POST, path, null, NONE).is(204);
        assertThat(market.outbox()).containsExactly("order-created", "order-created");
    }

    @Test
    void integrators_keep_what_they_like_at_an_order() {
        String path = "/" + order(market.vm, "NORMAL").text("/self") + "/metadata";

        call(market.vendor, HttpMethod.PUT, path, "{'crm': '7', 'note': 'hello'}", NONE)
                .is(204);
        delete(market.customer, path + "/note").is(204);

        assertThat(get(market.customer, path).body().toString()).isEqualTo("{\"crm\":\"7\"}");
        assertThat(get(market.supervisor, path).is(200).text("/crm")).isEqualTo("7");
        call(market.supervisor, HttpMethod.PUT, path, "{}", NONE).fails(403, "role");
        get(market.stranger, path).fails(404, "order");
    }

    @Test
    void orders_are_had_as_csv() {
        order(market.vm, "NORMAL");
        order(market.vm, "TRIAL");

        String csv = text(market.customer, "/order?type=TRIAL", Map.of("Accept", "text/csv"));

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("id,self,type,status,")
                .contains("TRIAL,FREE")
                .doesNotContain("NORMAL");
    }

    private Answer orderFor(Principal who, Principal buyer) {
        return orderFor(who, buyer, market.vm);
    }

    private Answer orderFor(Principal who, Principal buyer, int plan) {
        return post(who, "/order", body(plan, "'buyer': {'url': 'user/" + buyer.userId() + "'}"));
    }

    private Answer orderWith(String more) {
        return post(market.customer, "/order", body(market.vm, more));
    }

    private static String body(int plan, String more) {
        return "{'productVersion': {'url': 'productVersion/" + plan + "'}, 'type': 'NORMAL', " + more + "}";
    }

    private Answer delete(Principal who, String path) {
        return call(who, HttpMethod.DELETE, path, null, NONE);
    }
}
