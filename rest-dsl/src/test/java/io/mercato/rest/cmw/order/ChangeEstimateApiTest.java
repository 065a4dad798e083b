package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of a subscription would cost is what it costs. */
class ChangeEstimateApiTest extends CoreApiCalls {
    private int users;

    @BeforeEach
    void plansWithAnExtra() {
        users = jdbc.sql("insert into cmw.billing_item (owner_id, name, description, unit, type, value_type)"
                        + " values (?, 'Users', '', 'piece', 'TIERED', 'PRE_PAID') returning id")
                .param(market.vendorCompany)
                .query(Integer.class)
                .single();
        price(market.syndicated, "2");
        price(market.larger, "3");
    }

    @Test
    void a_dearer_plan_costs_what_was_estimated() {
        int id = running();

        Answer estimate = estimate(market.customer, id, "SYNDICATED_UPGRADE", plan(market.larger))
                .is(200);

        assertThat(estimate.body().get("downgrade").asBoolean()).isFalse();
        assertThat(amount(estimate, "/furtherPeriod/priceExcludingVAT")).isEqualByComparingTo("55.00");
        assertThat(amount(estimate, "/pricing/license")).isEqualByComparingTo("40");
        assertThat(count("cmw.\"order\"")).isEqualTo(1);
        Answer changed = change(
                id,
                "'action': 'SYNDICATED_UPGRADE', 'productVersion': {'url': 'productVersion/" + market.larger + "'}");
        Answer invoice = get(market.admin, "/" + changed.text("/invoice/url")).is(200);
        assertThat(amount(invoice, "/total/total")).isPositive().isEqualByComparingTo(amount(estimate, "/totalPrice"));
        assertThat(texts(invoice, "/entries", "type")).isEqualTo(texts(estimate, "/lines", "type"));
        assertThat(amount(estimate, "/lines/0/quantity")).isEqualByComparingTo("-1");
        assertThat(amount(estimate, "/lines/1/quantity")).isEqualByComparingTo("-5");
        assertThat(amount(estimate, "/lines/3/quantity")).isEqualByComparingTo("5");
        assertThat(estimate.text("/lines/3/billingItem/url")).isEqualTo("billingItem/" + users);
    }

    @Test
    void what_the_new_plan_has_not_is_given_back() {
        jdbc.sql("delete from cmw.billing_item_value where product_version_id = ?")
                .param(market.larger)
                .update();
        int id = running();
        jdbc.sql("update cmw.subscription_billing_item set quantity = 50").update();

        Answer estimate = estimate(market.customer, id, "SYNDICATED_UPGRADE", plan(market.larger))
                .is(200);

        assertThat(amount(estimate, "/totalPrice")).isNegative();
        assertThat(change(
                                id,
                                "'action': 'SYNDICATED_UPGRADE', 'productVersion': {'url': 'productVersion/"
                                        + market.larger + "'}")
                        .text("/upgrade"))
                .isEqualTo("FREE");
    }

    @Test
    void a_cheaper_plan_costs_nothing_now_and_less_later() {
        int id = running();

        Answer estimate = estimate(market.customer, id, "SYNDICATED_UPGRADE", plan(market.smaller))
                .is(200);

        assertThat(estimate.body().get("downgrade").asBoolean()).isTrue();
        assertThat(estimate.body().get("lines")).isEmpty();
        assertThat(amount(estimate, "/totalPrice")).isZero();
        assertThat(amount(estimate, "/furtherPeriod/priceExcludingVAT")).isEqualByComparingTo("5.00");
        assertThat(change(
                                id,
                                "'action': 'SYNDICATED_UPGRADE', 'productVersion': {'url': 'productVersion/"
                                        + market.smaller + "'}")
                        .text("/upgrade"))
                .isEqualTo("DEFERRED");
    }

    @Test
    void more_of_an_extra_resource_costs_what_was_estimated_and_less_waits() {
        int id = running();

        Answer less =
                estimate(market.customer, id, "BILLING_ITEM_UPGRADE", items(2)).is(200);
        Answer more =
                estimate(market.customer, id, "BILLING_ITEM_UPGRADE", items(9)).is(200);

        assertThat(less.body().get("downgrade").asBoolean()).isTrue();
        assertThat(amount(less, "/totalPrice")).isZero();
        assertThat(amount(less, "/furtherPeriod/priceExcludingVAT")).isEqualByComparingTo("24.00");
        assertThat(amount(more, "/furtherPeriod/priceExcludingVAT")).isEqualByComparingTo("38.00");
        assertThat(more.text("/lines/0/billingItem/url")).isEqualTo("billingItem/" + users);
        Answer changed = change(id, "'action': 'BILLING_ITEM_UPGRADE', " + items(9));
        assertThat(amount(get(market.customer, "/" + changed.text("/order/url")), "/totalPrice"))
                .isPositive()
                .isEqualByComparingTo(amount(more, "/totalPrice"));
    }

    @Test
    void a_change_that_waits_says_what_it_is_and_when() {
        int id = running();
        Answer changed = change(id, "'action': 'BILLING_ITEM_UPGRADE', " + items(2));

        Answer order = get(market.customer, "/" + changed.text("/order/url")).is(200);

        assertThat(amount(order, "/billingItems/0/value")).isEqualByComparingTo("2");
        assertThat(order.text("/startDate"))
                .isEqualTo(get(market.customer, "/subscription/" + id).text("/endDate"));
        Answer priced = get(market.customer, "/subscription", Map.of("Prefer", "response=priced"));
        assertThat(amount(priced, "/0/cost")).isEqualByComparingTo("30");
    }

    @Test
    void a_renewal_costs_what_was_estimated() {
        int trial = deployed(market.vm);
        int asked = running();
        change(asked, "'action': 'BILLING_ITEM_UPGRADE', " + items(2));
        estimate(market.customer, asked, "RENEWAL", "'hours': 1").fails(409, "operation-not-available");
        change(asked, "'action': 'AUTORENEW', 'autoRenew': false");

        for (int id : List.of(trial, asked)) {
            Answer estimate =
                    estimate(market.customer, id, "RENEWAL", "'hours': 1").is(200);
            Answer changed = change(id, "'action': 'RENEW'");
            assertThat(amount(get(market.admin, "/" + changed.text("/invoice/url")), "/total/total"))
                    .isPositive()
                    .isEqualByComparingTo(amount(estimate, "/totalPrice"));
        }
    }

    @Test
    void it_is_refused_with_what_the_change_would_be_refused_with() {
        int id = running();
        String upgrade = plan(market.larger);

        for (Principal who : List.of(market.vendor, market.supervisor)) {
            estimate(who, id, "SYNDICATED_UPGRADE", upgrade).fails(403, "role");
        }
        for (Principal who : List.of(market.stranger, market.rival, Principal.ANONYMOUS)) {
            estimate(who, id, "SYNDICATED_UPGRADE", upgrade).fails(422, "subscriptionId");
        }
        estimate(market.customer, 999, "RENEWAL", upgrade).fails(422, "subscription/999");
        estimate(market.customer, id, "SYNDICATED_UPGRADE", "'hours': 1").fails(400, "productVersionId");
        estimate(market.customer, id, "SYNDICATED_UPGRADE", plan(market.vm)).fails(422, "productVersionId");
        estimate(market.customer, id, "BILLING_ITEM_UPGRADE", items(5)).fails(422, "nothing-changes");
        estimate(market.customer, id, "NORMAL", upgrade).fails(400, "type");
        estimate(market.customer, id, "RENEWAL", "'hashCoupon': 'SUMMER'").fails(400, "hashCoupon");
        post(market.customer, "/budgetEstimate", "{'type': 'NORMAL'}").fails(400, "productVersionId");
        post(market.customer, "/budgetEstimate", "{'type': 'RENEWAL', " + upgrade + "}")
                .fails(400, "type");
        String body = "{'subscriptionId': " + id + ", 'type': 'SYNDICATED_UPGRADE', ";
        post(market.customer, "/budgetEstimate/validate", body + upgrade + "}").is(204);
        post(market.customer, "/budgetEstimate/validate", body + plan(market.vm) + "}")
                .fails(422, "productVersionId");
    }

    @Test
    void the_vendor_has_a_say_in_it() {
        int id = running();
        jdbc.sql("update cmw.product set order_validation_urls = '[\"http://127.0.0.1:1/orders\"]' where id = ?")
                .param(market.syndicatedProduct)
                .update();

        estimate(market.customer, id, "SYNDICATED_UPGRADE", plan(market.larger)).fails(503, "later");
        estimate(market.customer, id, "SYNDICATED_UPGRADE", plan(market.vm)).fails(422, "productVersionId");
    }

    /** A paid subscription at 20 with 5 users at 2, ten days old. */
    private int running() {
        Answer order = post(
                        market.customer,
                        "/order",
                        "{'productVersion': {'url': 'productVersion/" + market.syndicated + "'}, 'type': 'NORMAL', "
                                + items(5) + "}")
                .is(201);
        int id = id(order.text("/subscription/url"));
        int invoice = jdbc.sql("select id from cmw.invoice where subscription_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        patch(market.admin, "/invoice/" + invoice + "/pay", "{'reference': 'bank-1'}")
                .is(204);
        patch(market.vendor, "/subscription/" + id, "{'deploymentStatus': 'DEPLOYED'}")
                .is(200);
        clock.advance(Duration.ofDays(10));
        return id;
    }

    private Answer estimate(Principal who, int subscription, String type, String more) {
        return post(
                who,
                "/budgetEstimate",
                "{'subscriptionId': " + subscription + ", 'type': '" + type + "', " + more + "}");
    }

    private Answer change(int id, String fields) {
        return patch(market.customer, "/subscription/" + id, "{" + fields + "}").is(200);
    }

    private String items(int quantity) {
        return "'billingItems': {'billingItem/" + users + "': " + quantity + "}";
    }

    private static String plan(int id) {
        return "'productVersionId': " + id;
    }

    private void price(int plan, String price) {
        jdbc.sql("insert into cmw.billing_item_value (product_version_id, billing_item_id, range_start, price, setup)"
                        + " values (?, ?, 1, cast(? as numeric), 0)")
                .params(plan, users, price)
                .update();
    }

    private int count(String table) {
        return market.column(Integer.class, "select count(*) from " + table).get(0);
    }

    private static BigDecimal amount(Answer answer, String pointer) {
        return answer.is(200).body().at(pointer).decimalValue();
    }

    private static List<String> texts(Answer answer, String pointer, String field) {
        return answer.body().at(pointer).findValuesAsText(field);
    }
}
