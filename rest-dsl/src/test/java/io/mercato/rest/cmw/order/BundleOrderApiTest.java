package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.identity.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What a customer sees of a bundle that he orders. */
class BundleOrderApiTest extends CoreApiCalls {
    private int office;

    @BeforeEach
    void bundle() {
        office = market.bundle(Map.of(market.vm, 10, market.syndicated, 50));
    }

    private static String budget(int plan, String type) {
        return "{'productVersionId': " + plan + ", 'type': '" + type + "'}";
    }

    private static void costs(Answer budget) {
        assertThat(budget.body().get("firstPriceExcludingVAT").decimalValue()).isEqualByComparingTo("24");
        assertThat(budget.body().get("totalPrice").decimalValue()).isEqualByComparingTo("29.28");
        assertThat(budget.body().at("/furtherPeriod/priceExcludingVAT").decimalValue())
                .isEqualByComparingTo("19");
        assertThat(budget.body().get("lines")).hasSize(3);
    }

    @Test
    void it_costs_what_the_estimate_says() {
        for (Principal who : List.of(Principal.ANONYMOUS, market.customer, market.admin)) {
            costs(post(who, "/budgetEstimate", budget(office, "NORMAL")).is(200));
        }
        post(market.customer, "/budgetEstimate/validate", budget(office, "NORMAL"))
                .is(204);

        Answer placed = order(office, "NORMAL").is(201);

        assertThat(placed.body().get("totalPrice").decimalValue()).isEqualByComparingTo("29.28");
        assertThat(placed.text("/productVersion/url")).isEqualTo("productVersion/" + office);
        assertThat(placed.body().get("subscriptions")).hasSize(2);
        assertThat(placed.text("/subscription/url")).isEqualTo(placed.text("/subscriptions/0/url"));
        assertThat(placed.body().get("availableOperations").toString()).isEqualTo("[\"DELETE\"]");
        Answer invoices = get(market.customer, "/invoice").is(200);
        assertThat(invoices.body()).hasSize(1);
        assertThat(invoices.body().at("/0/entries")).hasSize(3);
        assertThat(invoices.text("/0/product")).isEqualTo("Office");
    }

    @Test
    void each_plan_has_a_subscription_that_names_the_order_and_its_invoice() {
        Answer placed = order(office, "NORMAL").is(201);

        Answer all = get(market.customer, "/subscription").is(200);

        assertThat(all.body()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(all.text("/" + i + "/orders/0/url")).isEqualTo(placed.text("/self"));
            assertThat(all.body().at("/" + i + "/invoices")).hasSize(1);
            assertThat(all.body().at("/" + i + "/availableOperations").toString())
                    .doesNotContain("KILL");
        }
        call(market.customer, HttpMethod.DELETE, "/" + placed.text("/subscriptions/1/url"), null, Map.of())
                .fails(409, "ordered-in-bundle");
    }

    @Test
    void what_cannot_be_ordered_is_named_before_and_with_the_order() {
        int limited = market.bundle(Map.of(market.vm, 0, market.limited, 0));
        order(market.colleague, market.limited, "NORMAL", Map.of()).is(201);
        String named = "productVersion/" + market.limited + " (Wiki - Small)";

        post(market.customer, "/budgetEstimate/validate", budget(limited, "NORMAL"))
                .fails(409, named);
        order(limited, "NORMAL").fails(409, named);
        for (String type : List.of("/budgetEstimate", "/budgetEstimate/validate")) {
            post(market.customer, type, budget(office, "TRIAL")).fails(422, "trial-not-allowed");
        }
        order(office, "TRIAL").fails(422, "trial-not-allowed");
    }

    @Test
    void it_lies_in_a_cart_like_anything_else() {
        String cart = post(
                        market.customer,
                        "/cart",
                        "{'items': [{'productVersion': {'url': 'productVersion/" + office
                                + "'}, 'quantity': 2}, {'productVersion': {'url': 'productVersion/" + market.free
                                + "'}, 'quantity': 1}]}")
                .is(201)
                .text("/self");
        Answer budget = post(market.customer, "/budgetEstimate/" + cart, null).is(200);
        assertThat(budget.body().get("total").decimalValue()).isEqualByComparingTo("58.56");

        post(market.customer, "/" + cart + "/checkout", null).is(204);

        assertThat(get(market.customer, "/" + cart).body().at("/items/0/orders"))
                .hasSize(2);
        assertThat(get(market.customer, "/order").body()).hasSize(3);
        assertThat(get(market.customer, "/subscription").body()).hasSize(5);
    }

    @Test
    void the_extra_resources_of_its_plans_are_ordered_with_it() {
        int item = jdbc.sql(
                        "insert into cmw.billing_item (identifier, name, description, unit, type, value_type, weight)"
                                + " values ('users', 'Users', 'Who may log in', 'user', 'TIERED', 'PRE_PAID', 1) returning id")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into cmw.billing_item_value (product_version_id, billing_item_id, range_start, step, price,"
                        + " setup, proportional_setup) values (?, ?, 1, 1, 2, 0, 0)")
                .params(market.syndicated, item)
                .update();
        String body = "{'productVersion': {'url': 'productVersion/" + office
                + "'}, 'type': 'NORMAL', 'billingItems': {'billingItem/%d': 3}}";

        Answer placed = post(market.customer, "/order", body.formatted(item)).is(201);

        assertThat(placed.body().at("/budget/priceExcludingVAT").decimalValue()).isEqualByComparingTo("30");
        assertThat(get(market.customer, "/" + placed.text("/subscriptions/1/url"))
                        .body()
                        .get("billingItems"))
                .hasSize(1);
        post(market.customer, "/order", body.formatted(item + 1)).fails(422, "billingItem/" + (item + 1));
    }
}
