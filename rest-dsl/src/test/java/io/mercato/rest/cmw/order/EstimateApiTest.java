package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class EstimateApiTest extends CoreApiCalls {
    private int users;
    private int traffic;

    @BeforeEach
    void aPlanWithExtras() {
        users = item("PRE_PAID", "Users");
        traffic = item("PAY_AS_YOU_GO", "Traffic");
        value(users, 1, 9, "5", "7");
        value(users, 10, null, "3", "8");
        value(traffic, 0, null, "0.10", "0");
    }

    @Test
    void an_estimate_says_what_an_order_costs_line_by_line() {
        Answer estimate = estimate(market.customer, items(15, 100)).is(200);

        assertThat(types(estimate, "/lines"))
                .containsExactly(
                        "PRODUCT", "BILLINGITEMRECURRING", "BILLINGITEMRECURRING", "SETUPFEE", "BILLINGITEMSETUP");
        assertThat(amount(estimate, "/priceExcludingVAT")).isEqualByComparingTo("86.00");
        assertThat(amount(estimate, "/vatSpunOff")).isEqualByComparingTo("18.92");
        assertThat(amount(estimate, "/totalPrice")).isEqualByComparingTo("104.92");
        assertThat(amount(estimate, "/vat")).isEqualByComparingTo("22");
        assertThat(estimate.text("/currency")).isEqualTo("EUR");
        assertThat(estimate.text("/lines/1/billingItem/url")).isEqualTo("billingItem/" + users);
        assertThat(amount(estimate, "/lines/1/quantity")).isEqualByComparingTo("9");
        assertThat(amount(estimate, "/lines/1/price/price")).isEqualByComparingTo("5");
        assertThat(amount(estimate, "/lines/1/totalPrice")).isEqualByComparingTo("54.90");
        assertThat(estimate.body().at("/lines/4/setup").asBoolean()).isTrue();
        assertThat(amount(estimate, "/furtherPeriod/totalPrice")).isEqualByComparingTo("89.06");
        assertThat(types(estimate, "/postLines")).containsExactly("BILLINGITEMCOST");
        assertThat(amount(estimate, "/postLines/0/priceExcludingVAT")).isEqualByComparingTo("10.00");
        assertThat(amount(estimate, "/pricing/license")).isEqualByComparingTo("10");
        assertThat(estimate.body().at("/pricing/billingItems")).hasSize(3);
        assertThat(estimate.text("/cloudProvider/url")).isEqualTo("cloudProvider/" + market.provider);
        assertThat(estimate.text("/vmConfiguration/instanceType")).isEqualTo("m1.small");
        assertThat(estimate.text("/billingPeriod")).isEqualTo("1");
        assertThat(estimate.body().has("couponStatus")).isFalse();
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(0);
    }

    @Test
    void names_are_in_the_language_of_who_asks_and_of_who_orders() {
        jdbc.sql("update cmw.product set translations = '{\"it\": {\"name\": \"Enciclopedia\"}}'")
                .update();
        jdbc.sql("update cmw.product_version set translations = '{\"it\": {\"name\": \"Piccolo\"}}'")
                .update();
        String asked = items(1, 0);

        assertThat(estimate(market.customer, asked).is(200).body().toString()).doesNotContain("Piccolo");
        assertThat(estimate(market.customer.inLanguage("it"), asked)
                        .is(200)
                        .body()
                        .toString())
                .contains("Piccolo");
        jdbc.sql("update cmw.\"user\" set language = 'it' where id = ?")
                .param(market.customer.userId())
                .update();
        place(market.customer, asked).is(201);
        assertThat(market.column(String.class, "select name from cmw.subscription"))
                .containsExactly("Enciclopedia - Piccolo");
        assertThat(market.column(String.class, "select product_version from cmw.invoice"))
                .containsExactly("Piccolo");
    }

    @Test
    void an_order_costs_what_was_estimated_and_says_what_was_ordered() {
        String hash = coupon("DISCOUNT", "10", "TOTAL");
        String more = items(15, 0).replace("}", "}, 'hashCoupon': '" + hash + "'");
        Answer estimate = estimate(market.customer, more).is(200);

        Answer order = place(market.customer, more).is(201);

        assertThat(estimate.text("/couponStatus")).isEqualTo("APPLIED");
        assertThat(amount(order, "/totalPrice")).isEqualByComparingTo(amount(estimate, "/totalPrice"));
        assertThat(amount(order, "/totalPrice")).isEqualByComparingTo("94.43");
        assertThat(order.body().get("billingItemValues")).hasSize(3);
        assertThat(amount(order, "/billingItems/0/value")).isEqualByComparingTo("15");
        assertThat(get(market.customer, "/order?coupon=1").body()).hasSize(1);
        Answer invoice = get(market.admin, "/invoice/1").is(200);
        assertThat(types(invoice, "/entries")).isEqualTo(types(estimate, "/lines"));
        for (String field : List.of("identifier", "setup", "tag", "unit", "description")) {
            assertThat(invoice.body().get("entries").findValuesAsText(field))
                    .as(field)
                    .isEqualTo(estimate.body().get("lines").findValuesAsText(field));
        }
        for (String amount : List.of("subtotal", "priceExcludingVAT", "totalPrice")) {
            assertThat(amounts(invoice, "/entries", amount)).as(amount).isEqualTo(amounts(estimate, "/lines", amount));
        }
        assertThat(invoice.body().get("entries").findValuesAsText("setup")).contains("true", "false");
        assertThat(invoice.body().get("entries").findValuesAsText("identifier")).isNotEmpty();
        assertThat(invoice.text("/entries/0/invoice/url")).isEqualTo("invoice/1");
        assertThat(estimate.body().at("/lines/0").has("invoice")).isFalse();
        assertThat(invoice.text("/entries/1/billingItem/url")).isEqualTo("billingItem/" + users);
        Answer subscription =
                get(market.customer, "/" + order.text("/subscription/url")).is(200);
        assertThat(subscription.body().get("billingItems")).hasSize(2);
        assertThat(amount(subscription, "/billingItems/0/value")).isEqualByComparingTo("15");
        assertThat(subscription.body().at("/billingItems/0/bought").asBoolean()).isTrue();
        assertThat(subscription.body().at("/billingItems/1/unlimited").asBoolean())
                .isTrue();
        assertThat(subscription.body().get("billingItemValues")).hasSize(3);
        assertThat(subscription.text("/coupon/url")).isEqualTo("coupon/1");
    }

    @Test
    void a_one_time_coupon_is_used_once() {
        String more = "'hashCoupon': '" + coupon("FIXED_PRICE", "4", "LICENSE_ONLY") + "'";

        assertThat(amount(place(market.customer, more).is(201), "/budget/priceExcludingVAT"))
                .isEqualByComparingTo("9.00");
        place(market.stranger, more).fails(409, "coupon-already-used");
        Answer estimate = estimate(market.stranger, more).is(200);
        assertThat(estimate.text("/couponStatus")).isEqualTo("ALREADY_USED");
        assertThat(amount(estimate, "/priceExcludingVAT")).isEqualByComparingTo("15.00");
        validate(market.stranger, more).fails(409, "coupon-already-used");
        place(market.customer, "'hashCoupon': 'SUMMER'").fails(422, "coupon-unknown");
    }

    @Test
    void what_is_not_offered_is_refused_by_estimate_and_order_alike() {
        for (Answer answer : List.of(
                estimate(market.customer, "'billingItems': {'billingItem/999': 1}"),
                validate(market.customer, "'billingItems': {'billingItem/999': 1}"),
                place(market.customer, "'billingItems': {'billingItem/999': 1}"))) {
            answer.fails(422, "billingItem/999");
        }
        estimate(market.customer, items(-1, 0)).fails(422, "quantity-not-offered");
        validate(market.customer, "'from': '2001-01-01T00:00:00Z'")
                .fails(400, "Field from: must be a date in the future");
        estimate(market.customer, "'bandwidthPricingId': 999").fails(422, "Field bandwidthPricingId refers to");
        estimate(market.customer, "'hours': 721").fails(400, "hours");
        estimate(market.customer, "'hours': 0").fails(400, "hours");
        estimate(market.customer, "'iaas': 'SOME'").fails(400, "iaas");
        estimate(market.customer, "'billingItems': {'billingItem/1': null}").fails(400, "billingItems");
        call(
                        Principal.ANONYMOUS,
                        HttpMethod.POST,
                        "/budgetEstimate",
                        "{'productVersionId': 999, 'type': 'NORMAL'}",
                        Map.of())
                .fails(422, "productVersion/999");
        call(
                        Principal.ANONYMOUS,
                        HttpMethod.POST,
                        "/budgetEstimate",
                        "{'productVersionId': 1, 'type': 'REFUND'}",
                        Map.of())
                .fails(400, "type");
        call(Principal.ANONYMOUS, HttpMethod.POST, "/budgetEstimate", "{}", Map.of())
                .fails(400, "type");
        call(Principal.ANONYMOUS, HttpMethod.POST, "/budgetEstimate", "{'type': 'NORMAL'}", Map.of())
                .fails(400, "productVersionId");
    }

    @Test
    void a_visitor_may_ask_too() {
        assertThat(amount(estimate(Principal.ANONYMOUS, items(15, 0)).is(200), "/totalPrice"))
                .isEqualByComparingTo("104.92");
        validate(Principal.ANONYMOUS, items(15, 0)).is(204);
        validate(market.vendor, items(15, 0)).is(204);
    }

    @Test
    void an_order_that_would_be_let_through_is_valid_and_another_says_why() {
        validate(market.customer, items(15, 0)).is(204);
        jdbc.sql("update cmw.\"user\" set public_key = null where id = ?")
                .param(market.customer.userId())
                .update();

        validate(market.customer, items(15, 0)).fails(422, "public-key-required");
    }

    @Test
    void a_coupon_whose_price_is_no_better_has_no_effect() {
        String dearer = coupon("FIXED_PRICE", "70", "LICENSE_ONLY");
        String cheaper = coupon("FIXED_PRICE", "7", "LICENSE_ONLY");

        assertThat(estimate(market.customer, "'hashCoupon': '" + dearer + "'")
                        .is(200)
                        .text("/couponStatus"))
                .isEqualTo("NO_EFFECT");
        assertThat(estimate(market.customer, "'hashCoupon': '" + cheaper + "'")
                        .is(200)
                        .text("/couponStatus"))
                .isEqualTo("APPLIED");
    }

    @Test
    void a_plan_may_demand_a_coupon_or_an_extra_resource() {
        jdbc.sql("update cmw.product_version set coupons = 'MANDATORY' where id = ?")
                .param(market.vm)
                .update();
        assertThat(estimate(market.customer, "'hours': 1").is(200).text("/couponStatus"))
                .isEqualTo("MISSING");
        place(market.customer, "'externalReference': 'a'").fails(422, "coupon-missing");
        jdbc.sql("update cmw.product_version set coupons = 'NOT_ALLOWED'").update();
        String hash = coupon("DISCOUNT", "10", "TOTAL");
        place(market.customer, "'hashCoupon': '" + hash + "'").fails(422, "coupon-not-allowed");
        jdbc.sql("update cmw.billing_item set presence = 'REQUIRED' where id = ?")
                .param(users)
                .update();
        place(market.customer, "'externalReference': 'a'").fails(422, "billing-item-required");
    }

    @Test
    void the_cloud_is_in_an_estimate_out_of_it_or_alone() {
        jdbc.sql("insert into cmw.instance_pricing (cloud_provider_id, instance_type_id, cost, price)"
                        + " select cloud_provider_id, id, 0.01, 0.02 from cmw.instance_type")
                .update();

        assertThat(types(estimate(market.customer, "'iaas': 'INCLUDED'"), "/lines"))
                .containsExactly("PRODUCT", "VIRTUALMACHINE", "SETUPFEE");
        assertThat(types(estimate(market.customer, "'iaas': 'EXCLUDED'"), "/lines"))
                .containsExactly("PRODUCT", "SETUPFEE");
        Answer alone = estimate(market.customer, "'iaas': 'ONLY'");
        assertThat(types(alone, "/lines")).containsExactly("VIRTUALMACHINE");
        assertThat(amount(alone, "/priceExcludingVAT")).isEqualByComparingTo("14.40");
        assertThat(alone.text("/pricing/cloudPricings/0/type")).isEqualTo("INSTANCE");
        assertThat(amount(alone, "/pricing/cloudPricings/0/price")).isEqualByComparingTo("14.40");
        jdbc.sql("update cmw.product_version set iaas_billing = 'PAY_AS_YOU_GO'")
                .update();
        Answer used = estimate(market.customer, "'hours': 100");
        assertThat(amount(used, "/postLines/0/priceExcludingVAT")).isEqualByComparingTo("2.00");
        assertThat(estimate(market.customer, "'payPerUseCosts': 'NONE'").body().get("postLines"))
                .isEmpty();
    }

    @Test
    void a_trial_costs_nothing_and_a_coupon_makes_it_longer() {
        String hash = coupon("TRIAL", "60", "LICENSE_ONLY");
        String body = "{'productVersionId': " + market.vm + ", 'type': 'TRIAL', 'hashCoupon': '" + hash + "'}";

        Answer estimate = call(market.customer, HttpMethod.POST, "/budgetEstimate", body, Map.of())
                .is(200);

        assertThat(estimate.text("/trialLength")).isEqualTo("60");
        assertThat(amount(estimate, "/totalPrice")).isEqualByComparingTo("0");
        assertThat(estimate.body().get("lines")).isEmpty();
    }

    private Answer estimate(Principal who, String more) {
        return call(
                who,
                HttpMethod.POST,
                "/budgetEstimate",
                "{'productVersionId': " + market.vm + ", 'type': 'NORMAL', " + more + "}",
                Map.of("Mode", "CUSTOMER"));
    }

    private Answer validate(Principal who, String more) {
        return call(
                who,
                HttpMethod.POST,
                "/budgetEstimate/validate",
                "{'productVersionId': " + market.vm + ", 'type': 'NORMAL', " + more + "}",
                Map.of());
    }

    private Answer place(Principal who, String more) {
        return post(
                who,
                "/order",
                "{'productVersion': {'url': 'productVersion/" + market.vm + "'}, 'type': 'NORMAL', " + more + "}");
    }

    private String items(int ofUsers, int ofTraffic) {
        return "'billingItems': {'billingItem/" + users + "': " + ofUsers + ", 'billingItem/" + traffic + "': "
                + ofTraffic + "}";
    }

    private static BigDecimal amount(Answer answer, String pointer) {
        return answer.body().at(pointer).decimalValue();
    }

    private static List<BigDecimal> amounts(Answer answer, String pointer, String field) {
        return answer.body().at(pointer).findValues(field).stream()
                .map(value -> value.decimalValue().setScale(2))
                .toList();
    }

    private static List<String> types(Answer answer, String pointer) {
        return answer.is(200).body().at(pointer).findValuesAsText("type");
    }

    private String coupon(String type, String value, String destination) {
        String column = switch (type) {
            case "DISCOUNT" -> "percentage";
            case "FIXED_PRICE" -> "new_price";
            default -> "days";
        };
        return jdbc.sql("insert into cmw.coupon (type, hash, " + column + ", destination, created_at)"
                        + " values (?, rpad(md5(random()::text), 48, 'x'), " + value + ", ?, now()) returning hash")
                .params(type, destination)
                .query(String.class)
                .single();
    }

    private int item(String valueType, String name) {
        return jdbc.sql("insert into cmw.billing_item (owner_id, identifier, name, description, unit, type, value_type)"
                        + " values (?, gen_random_uuid(), ?, '', 'piece', 'TIERED', ?) returning id")
                .params(market.vendorCompany, name, valueType)
                .query(Integer.class)
                .single();
    }

    private void value(int item, int start, Integer end, String price, String setup) {
        jdbc.sql(
                        "insert into cmw.billing_item_value (product_version_id, billing_item_id, range_start, range_end, price,"
                                + " setup) values (?, ?, ?, ?, cast(? as numeric), cast(? as numeric))")
                .params(market.vm, item, start, end, price, setup)
                .update();
    }
}
