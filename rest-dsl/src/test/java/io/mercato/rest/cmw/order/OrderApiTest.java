package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class OrderApiTest extends CoreApiCalls {

    @Test
    void an_order_is_created_with_its_location() {
        Answer answer = order(market.vm, "NORMAL").is(201);

        int id = answer.body().get("id").asInt();
        assertThat(answer.header("Location")).isEqualTo("/api/order/" + id);
        assertThat(answer.text("/self")).isEqualTo("order/" + id);
        assertThat(answer.text("/type")).isEqualTo("NORMAL");
        assertThat(answer.text("/status")).isEqualTo("PAID");
        assertThat(answer.text("/buyer/url")).isEqualTo("user/" + market.customer.userId());
        assertThat(answer.text("/productVersion/url")).isEqualTo("productVersion/" + market.vm);
        assertThat(answer.body().get("totalPrice").decimalValue()).isEqualByComparingTo("18.30");
        assertThat(answer.body().at("/budget/priceExcludingVAT").decimalValue()).isEqualByComparingTo("15.00");
        assertThat(answer.text("/currency")).isEqualTo("EUR");
        assertThat(answer.text("/date")).isEqualTo("2026-01-31T10:00:00Z");
        assertThat(answer.fields())
                .isSubsetOf(
                        "approvedAt",
                        "approvedBy",
                        "availableOperations",
                        "billingItemValues",
                        "billingItems",
                        "budget",
                        "buyer",
                        "creator",
                        "currency",
                        "date",
                        "externalReference",
                        "id",
                        "productVersion",
                        "self",
                        "status",
                        "subscription",
                        "totalPrice",
                        "type");
        assertThat(get(market.customer, "/order/" + id).is(200).body()).isEqualTo(answer.body());
    }

    @Test
    void a_client_of_an_older_version_is_not_sent_what_came_later() {
        int id = order(market.vm, "NORMAL").body().get("id").asInt();

        assertThat(get(market.customer, "/order/" + id + "?apiVersion=20200101").fields())
                .doesNotContain("status");
    }

    @Test
    void orders_are_listed_page_by_page() {
        order(market.vm, "NORMAL");
        order(market.vm, "NORMAL");

        Answer list = get(market.customer, "/order?pageSize=1&pageNumber=2").is(200);
        Answer head = call(market.customer, HttpMethod.HEAD, "/order?pageSize=1", null, Map.of())
                .is(200);

        assertThat(list.body()).hasSize(1);
        for (Answer answer : List.of(list, head)) {
            assertThat(answer.header("CMW-TotalItems")).isEqualTo("2");
            assertThat(answer.header("CMW-TotalPages")).isEqualTo("2");
        }
        assertThat(get(market.customer, "/order?type=TRIAL").body()).isEmpty();
        assertThat(get(market.stranger, "/order").body()).isEmpty();
        assertThat(get(market.vendor, "/order").body()).hasSize(2);
    }

    @Test
    void what_is_malformed_is_named() {
        post(market.customer, "/order", "{}").fails(400, "productVersion");
        post(market.customer, "/order", "{'productVersion': {'url': 'company/1'}, 'type': 'NORMAL'}")
                .fails(400, "productVersion");
        order(market.vm, "WEEKLY").fails(400, "type");
        order(market.vm, "RENEWAL").fails(400, "type");
        post(
                        market.customer,
                        "/order",
                        "{'productVersion': {'url': 'productVersion/1'}, 'type': 'NORMAL', 'externalReference': 'a b'}")
                .fails(400, "externalReference");
        get(market.customer, "/order?status=SLEEPING").fails(400, "status");
        order(market.customer, market.vm, "NORMAL", Map.of("Idempotency-Key", "k".repeat(256)))
                .fails(400, "Idempotency-Key");
    }

    @Test
    void who_may_not_is_refused() {
        order(Principal.ANONYMOUS, market.vm, "NORMAL", Map.of()).fails(401, "Log in");
        order(market.vendor, market.vm, "NORMAL", Map.of()).fails(403, "role");
        order(market.admin, market.vm, "NORMAL", Map.of()).fails(403, "role");
        order(market.reseller, market.vm, "NORMAL", Map.of()).fails(400, "buyer");
        int id = order(market.vm, "NORMAL").body().get("id").asInt();
        get(market.stranger, "/order/" + id).fails(404, "There is no order " + id);
        get(market.stranger, "/order/" + id + "/changelog").fails(404, "There is no order " + id);
        get(market.customer, "/order/999").fails(404, "There is no order 999");
    }

    @Test
    void what_the_rules_refuse_is_answered_although_everything_was_rolled_back() {
        order(999, "NORMAL").fails(422, "productVersion/999");
        order(market.vm, "TRIAL").is(201);
        order(market.vm, "TRIAL").fails(409, "trial-already-used");
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(1);
    }

    @Test
    void a_failure_that_nobody_foresaw_is_500_without_its_reason_and_leaves_nothing_behind() {
        jdbc.sql("alter table cmw.outbox rename to outbox_gone").update();
        try {
            Answer answer = order(market.vm, "NORMAL");
            answer.fails(500, "Something went wrong");
            assertThat(answer.body().toString()).doesNotContain("outbox");
        } finally {
            jdbc.sql("alter table cmw.outbox_gone rename to outbox").update();
        }
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(0);
    }

    @Test
    void the_same_key_and_body_answers_the_same_order_and_another_body_is_refused() {
        Map<String, String> key = Map.of("Idempotency-Key", "8e03978e-40d5");
        Answer first = order(market.customer, market.vm, "NORMAL", key).is(201);
        Answer again = order(market.customer, market.vm, "NORMAL", key).is(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        order(market.customer, market.free, "NORMAL", key).fails(422, "idempotency-key-reused");
        assertThat(order(market.stranger, market.vm, "NORMAL", key).is(201).text("/self"))
                .isNotEqualTo(first.text("/self"));
    }

    @Test
    void an_order_is_found_by_the_customers_own_number() {
        String body = "{'productVersion': {'url': 'productVersion/" + market.vm
                + "'}, 'type': 'NORMAL', 'externalReference': 'PO-7', 'unknown': 1}";
        Answer placed = post(market.customer, "/order", body).is(201);

        assertThat(get(market.customer, "/order/externalReference=PO-7").is(200).text("/self"))
                .isEqualTo(placed.text("/self"));
        get(market.customer, "/order/externalReference=PO-8").fails(404, "PO-8");
        assertThat(post(market.customer, "/order", body).is(409).text("/errorHolders/0/extraFields/field"))
                .isEqualTo("externalReference");
    }

    @Test
    void what_an_order_refers_to_is_there_whatever_it_is_of() {
        for (String field : List.of("cloudProvider", "cloudCredential")) {
            String body = "{'productVersion': {'url': 'productVersion/" + market.syndicated + "'}, 'type': 'NORMAL', '"
                    + field + "': {'url': '" + field + "/99'}}";

            assertThat(post(market.customer, "/order", body).is(422).text("/errorHolders/0/extraFields/field"))
                    .isEqualTo(field);
        }
        post(
                        market.customer,
                        "/budgetEstimate",
                        "{'productVersionId': " + market.syndicated + ", 'type': 'NORMAL', 'providerId': 99}")
                .fails(422, "Field providerId refers to cloudProvider/99");
    }

    @Test
    void a_change_without_a_quantity_names_the_field() {
        String path = "/" + order(market.free, "NORMAL").is(201).text("/subscription/url");

        for (String nothing : List.of("null", "''", "'null'", "2.5", "true")) {
            assertThat(patch(
                                    market.customer,
                                    path,
                                    "{'action': 'BILLING_ITEM_UPGRADE', 'billingItems': {'billingItem/1': " + nothing
                                            + "}}")
                            .is(400)
                            .text("/errorHolders/0/extraFields/field"))
                    .isEqualTo("billingItems[billingItem/1]");
        }
        post(market.customer, "/order", "{'productVersion': {'url': 'productVersion/" + market.vm + "'}, 'type': 0}")
                .fails(400, "Field type:");
    }

    @Test
    void a_vendor_approves_and_rejects() {
        int one = order(market.approved, "TRIAL").is(201).body().get("id").asInt();
        int two = order(market.approved, "NORMAL").is(201).body().get("id").asInt();

        call(market.vendor, HttpMethod.POST, "/order/" + one + "/approve", null, Map.of())
                .is(204);
        call(market.vendor, HttpMethod.POST, "/order/" + two + "/reject", null, Map.of())
                .is(204);

        assertThat(get(market.customer, "/order/" + one).text("/status")).isEqualTo("FREE");
        assertThat(get(market.customer, "/order/" + two).text("/status")).isEqualTo("REJECTED");
        call(market.vendor, HttpMethod.POST, "/order/" + two + "/approve", null, Map.of())
                .fails(409, "no-approval-needed");
        call(market.customer, HttpMethod.POST, "/order/" + two + "/approve", null, Map.of())
                .fails(403, "role");
        call(market.rival, HttpMethod.POST, "/order/" + two + "/approve", null, Map.of())
                .fails(404, "no order");
    }

    @Test
    void the_changelog_says_who_did_what() {
        int id = order(market.vm, "NORMAL").body().get("id").asInt();

        Answer log = get(market.customer, "/order/" + id + "/changelog").is(200);

        assertThat(log.body().get("commits")).hasSize(1);
        assertThat(log.text("/commits/0/change")).isEqualTo("CREATED");
        assertThat(log.text("/commits/0/author/url")).isEqualTo("user/" + market.customer.userId());
        assertThat(log.text("/commits/0/date")).isEqualTo("2026-01-31T10:00:00Z");
        assertThat(log.text("/commits/0/properties/author")).isEqualTo(market.customer.userName());
    }

    @Test
    void an_invoice_is_read_and_paid() {
        order(market.vm, "NORMAL");
        template.sendBody("direct:cmw-number-invoices", null);
        Answer list = get(market.customer, "/invoice").is(200);
        int id = list.body().get(0).get("id").asInt();

        Answer invoice = get(market.admin, "/invoice/" + id).is(200);
        assertThat(invoice.text("/remoteInvoiceId")).isEqualTo("2026-000001");
        assertThat(invoice.text("/status")).isEqualTo("UNPAID");
        assertThat(invoice.body().at("/total/total").decimalValue()).isEqualByComparingTo("18.30");
        assertThat(invoice.body().at("/total/vatSpunOff").decimalValue()).isEqualByComparingTo("3.30");
        assertThat(invoice.body().get("entries")).hasSize(2);
        assertThat(invoice.text("/entries/1/type")).isEqualTo("SETUPFEE");
        assertThat(invoice.text("/nominee/url")).isEqualTo("user/" + market.customer.userId());
        assertThat(invoice.text("/availableOperations/0")).isEqualTo("PAID");
        assertThat(list.body().get(0).get("availableOperations")).isEmpty();

        assertThat(get(market.admin, "/invoice/remoteInvoiceId=2026-000001")
                        .is(200)
                        .body())
                .isEqualTo(invoice.body());
        get(market.stranger, "/invoice/remoteInvoiceId=2026-000001").fails(404, "2026-000001");
        patch(market.customer, "/invoice/" + id + "/pay", "{'reference': 'bank-1'}")
                .fails(403, "role");
        patch(market.admin, "/invoice/" + id + "/pay", "{}").fails(400, "reference");
        patch(market.admin, "/invoice/999/pay", "{'reference': 'bank-1'}").fails(404, "invoice 999");
        String seen = invoice.header("ETag");
        call(
                        market.admin,
                        HttpMethod.PATCH,
                        "/invoice/" + id + "/pay",
                        "{'reference': 'bank-1'}",
                        Map.of("If-Match", "\"999\""))
                .fails(412, "changed");
        call(
                        market.admin,
                        HttpMethod.PATCH,
                        "/invoice/" + id + "/pay",
                        "{'reference': 'bank-1'}",
                        Map.of("If-Match", seen))
                .is(204);
        assertThat(get(market.admin, "/invoice/" + id).header("ETag")).isNotEqualTo(seen);
        patch(market.admin, "/invoice/" + id + "/pay", "{'reference': 'bank-1'}")
                .fails(409, "paid already");

        Answer paid = get(market.customer, "/invoice/" + id);
        assertThat(paid.body().get("paid").asBoolean()).isTrue();
        assertThat(paid.text("/paymentReference")).isEqualTo("bank-1");
        get(market.stranger, "/invoice/" + id).fails(404, "invoice");
        assertThat(get(market.vendor, "/invoice").is(200).body())
                .as("only those that he wrote")
                .isEmpty();
    }
}
