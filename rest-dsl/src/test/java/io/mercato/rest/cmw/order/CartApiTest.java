package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.vendor.ParameterStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "mercato.cmw.events.platform-endpoints[0].url=https://platform.example/events")
class CartApiTest extends CoreApiCalls {
    private static final Map<String, String> NONE = Map.of();

    @Autowired
    private ParameterStore store;

    @Test
    void a_cart_is_filled_changed_and_thrown_away() {
        Answer made = create(market.customer, items(item(market.vm, 1))).is(201);
        String path = "/" + made.text("/self");
        assertThat(made.header("Location")).isEqualTo("/api/" + made.text("/self"));
        assertThat(made.text("/customer/url")).isEqualTo("user/" + market.customer.userId());
        assertThat(made.text("/items/0/self")).startsWith("cart/item/");

        Answer changed = call(
                        market.customer,
                        HttpMethod.PUT,
                        path,
                        items(item(market.vm, 2) + ", " + item(market.syndicated, 1)),
                        NONE)
                .is(200);

        assertThat(changed.body().get("items")).hasSize(2);
        assertThat(changed.text("/items/0/quantity")).isEqualTo("2");
        assertThat(changed.text("/updatedAt")).isEqualTo("2026-01-31T10:00:00Z");
        assertThat(get(market.customer, path).body()).isEqualTo(changed.body());
        call(market.customer, HttpMethod.DELETE, path, null, NONE).is(204);
        get(market.customer, path).fails(404, "cart");
        assertThat(events()).containsExactly("CREATED", "MODIFIED", "DELETED");
    }

    @Test
    void a_cart_is_checked_out_as_a_whole_and_is_final_then() {
        String path = "/"
                + create(market.customer, items(item(market.vm, 2) + ", " + item(market.syndicated, 1)))
                        .is(201)
                        .text("/self");

        post(market.customer, path + "/checkout", null).is(204);

        Answer cart = get(market.customer, path).is(200);
        assertThat(cart.text("/checkedOutAt")).isEqualTo("2026-01-31T10:00:00Z");
        assertThat(cart.body().at("/items/0/orders")).hasSize(2);
        assertThat(cart.body().at("/items/1/orders")).hasSize(1);
        assertThat(get(market.customer, "/order").body()).hasSize(3);
        post(market.customer, path + "/checkout", null).fails(409, "cart-checked-out");
        call(market.customer, HttpMethod.PUT, path, items(item(market.vm, 1)), NONE)
                .fails(409, "cart-checked-out");
        call(market.customer, HttpMethod.DELETE, path, null, NONE).fails(409, "cart-checked-out");
        assertThat(events()).containsExactly("CREATED", "MODIFIED");
        assertThat(get(market.customer, "/cart?checkedOut=true").body()).hasSize(1);
        assertThat(get(market.customer, "/cart?checkedOut=false").body()).isEmpty();
    }

    @Test
    void when_one_item_cannot_be_ordered_none_is_and_the_error_names_it() {
        String path = "/"
                + create(market.customer, items(item(market.vm, 1) + ", " + item(market.limited, 2)))
                        .is(201)
                        .text("/self");
        jdbc.sql("truncate cmw.outbox").update();

        post(market.customer, path + "/checkout", null).fails(409, "items[1]");

        assertThat(get(market.customer, "/order").body()).isEmpty();
        assertThat(market.outbox()).isEmpty();
        assertThat(get(market.customer, path).body().has("checkedOutAt")).isFalse();
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(market.vm)
                .update();
        post(market.customer, path + "/checkout", null).fails(422, "items[0]");
    }

    @Test
    void what_nobody_can_order_is_not_put_into_a_cart_and_what_goes_later_is_named() {
        int gone = market.syndicated;
        String path = "/"
                + create(market.customer, items(item(market.vm, 1) + ", " + item(gone, 1)))
                        .is(201)
                        .text("/self");
        for (String change : List.of("published = false", "published = true, deleted = true")) {
            jdbc.sql("update cmw.product_version set " + change + " where id = ?")
                    .param(gone)
                    .update();

            create(market.customer, items(item(gone, 1))).fails(422, "items[0].productVersion");
            create(market.customer, items(item(market.vm, 1) + ", " + item(gone, 1)))
                    .fails(422, "items[1].productVersion");
            call(market.customer, HttpMethod.PUT, path, items(item(gone, 1)), NONE)
                    .fails(422, "items[0].productVersion");
            post(market.customer, path + "/copy", null).fails(422, "items[1].productVersion");
            post(market.customer, path + "/checkout", null).fails(422, "items[1]");
            post(market.customer, "/budgetEstimate" + path, null).fails(422, "items[1]");
            assertThat(get(market.customer, path).is(200).text("/items/1/productVersion/url"))
                    .isEqualTo("productVersion/" + gone);
        }
        call(market.customer, HttpMethod.PUT, path, items(item(market.vm, 1)), NONE)
                .is(200);
        post(market.customer, path + "/checkout", null).is(204);
    }

    @Test
    void a_vendor_who_gives_no_answer_holds_a_cart_up_and_the_error_names_the_item() {
        jdbc.sql("update cmw.product set order_validation_urls = '[\"http://127.0.0.1:1/orders\"]' where id = ?")
                .param(market.syndicatedProduct)
                .update();
        String path = "/"
                + create(market.customer, items(item(market.vm, 1) + ", " + item(market.syndicated, 1)))
                        .text("/self");

        post(market.customer, path + "/checkout", null).fails(503, "items[1]");
        post(market.customer, "/budgetEstimate" + path, null).fails(503, "items[1]");
        String item = get(market.customer, path).text("/items/1/self");
        post(market.customer, "/budgetEstimate/" + item, null).fails(503, "items[1]");

        assertThat(get(market.customer, "/order").body()).isEmpty();
    }

    @Test
    void what_a_vendor_wants_to_know_is_kept_encrypted_until_it_is_ordered() {
        String password = password();
        Answer made = create(
                        market.customer,
                        items("{'productVersion': {'url': 'productVersion/" + market.vm + "'},"
                                + " 'configurationParameters': {'" + password + "': 'hunter2'}}"))
                .is(201);

        assertThat(made.body().at("/items/0/configurationParameters").toString())
                .isEqualTo("{\"" + password + "\":\"hunter2\"}");
        assertThat(market.column(String.class, "select configuration_parameters from cmw.cart_item"))
                .noneMatch(text -> text.contains("hunter2"));
        post(market.customer, "/" + made.text("/self") + "/checkout", null).fails(422, "items[0]");
    }

    /** Reference of a sensitive parameter, beside DOMAIN, which is none. */
    private String password() {
        store.replace(
                market.syndicatedProduct,
                List.of(
                        new ConfigurationParameter(
                                null, "DOMAIN", "Domain", "D", null, null, Map.of(), null, null, false, false, 2),
                        new ConfigurationParameter(
                                null, "PASSWORD", "Password", "P", null, null, Map.of(), null, null, true, true, 1)));
        List<Integer> ids = store.ofProduct(market.syndicatedProduct).stream()
                .map(ConfigurationParameter::id)
                .toList();
        store.replaceOfPlan(market.syndicated, market.syndicatedProduct, ids);
        return "configurationParameter/" + ids.get(1);
    }

    private String answers(Answer cart) {
        return cart.body().at("/items/0/configurationParameters").toString();
    }

    @Test
    void a_sensitive_value_in_a_cart_is_read_by_its_customer_alone() {
        String password = password();
        String domain = "configurationParameter/"
                + store.ofProduct(market.syndicatedProduct).get(0).id();
        String cart = create(market.resold, asking("'" + domain + "': 'a.b', '" + password + "': 'hunter2'"))
                .is(201)
                .text("/self");

        assertThat(answers(get(market.resold, "/" + cart))).contains("hunter2", "a.b");
        assertThat(get(market.resold, "/cart").body().toString()).contains("hunter2");
        for (Principal who : List.of(market.reseller, market.distributor, market.supervisor, market.admin)) {
            assertThat(answers(get(who, "/" + cart).is(200)))
                    .as("%s", who.role())
                    .isEqualTo("{\"" + domain + "\":\"a.b\"}");
            assertThat(get(who, "/cart").is(200).body().toString()).doesNotContain("hunter2");
            for (String path : List.of("/cart", "/" + cart)) {
                assertThat(text(who, path, Map.of("Accept", "text/csv")))
                        .contains("a.b")
                        .doesNotContain("hunter2");
            }
        }
    }

    @Test
    void who_sells_changes_a_cart_and_orders_it_without_reading_its_secrets() {
        String password = password();
        Answer made =
                create(market.resold, asking("'" + password + "': 'hunter2'")).is(201);
        String path = "/" + made.text("/self");
        String customer = "{'customer': {'url': 'user/" + market.resold.userId() + "'}, ";
        String item = "{'id': " + made.text("/items/0/id") + ", 'productVersion': {'url': 'productVersion/"
                + market.syndicated + "'}, 'operatingSystem': 'x'}";

        Answer changed = call(
                        market.reseller,
                        HttpMethod.PUT,
                        path,
                        customer + items(item).substring(1),
                        NONE)
                .is(200);

        assertThat(changed.body().toString()).doesNotContain("hunter2");
        assertThat(answers(get(market.resold, path))).contains("hunter2");
        assertThat(answers(post(market.reseller, path + "/copy", null).is(201))).doesNotContain("hunter2");
        post(market.reseller, path + "/checkout", null).is(204);
        assertThat(get(market.resold, "/subscription").body()).hasSize(1);
    }

    @Test
    void an_empty_cart_is_not_checked_out() {
        String path = "/" + create(market.customer, "{}").is(201).text("/self");

        post(market.customer, path + "/checkout", null).fails(409, "cart-empty");
    }

    @Test
    void a_cart_is_copied_and_the_copy_is_open() {
        String path = "/" + create(market.customer, items(item(market.vm, 2))).text("/self");
        post(market.customer, path + "/checkout", null).is(204);

        Answer copy = post(market.customer, path + "/copy", null).is(201);

        assertThat(copy.header("Location")).isEqualTo("/api/" + copy.text("/self"));
        assertThat(copy.text("/items/0/quantity")).isEqualTo("2");
        assertThat(copy.body().at("/items/0/orders")).isEmpty();
        assertThat(copy.body().has("checkedOutAt")).isFalse();
    }

    @Test
    void a_reseller_fills_a_cart_and_says_later_for_whom() {
        Answer made = create(market.reseller, items(item(market.syndicated, 1))).is(201);
        String path = "/" + made.text("/self");
        post(market.reseller, path + "/checkout", null).fails(422, "customer");
        String customer = "'customer': {'url': 'user/" + market.resold.userId() + "'}, ";

        call(
                        market.reseller,
                        HttpMethod.PUT,
                        path,
                        "{" + customer + items(item(market.syndicated, 1)).substring(1),
                        NONE)
                .is(200);
        get(market.resold, path).is(200);
        post(market.reseller, path + "/checkout", null).is(204);

        assertThat(get(market.resold, "/order").body().get(0).at("/creator/url").asText())
                .isEqualTo("user/" + market.reseller.userId());
        assertThat(get(market.reseller, "/cart?customerId=" + market.resold.userId())
                        .body())
                .hasSize(1);
        assertThat(get(market.admin, "/cart?resellerId=" + market.resellerCompany)
                        .body())
                .hasSize(1);
        create(market.reseller, "{'customer': {'url': 'user/" + market.customer.userId() + "'}}")
                .fails(422, "Field customer");
    }

    @Test
    void carts_are_found_and_are_nobody_elses_business() {
        Answer made = create(market.customer, items(item(market.vm, 1))).is(201);
        String path = "/" + made.text("/self");

        for (Principal other : new Principal[] {market.colleague, market.stranger, market.vendor, market.reseller}) {
            get(other, path).fails(404, "cart");
            post(other, path + "/checkout", null).fails(404, "cart");
            assertThat(get(other, "/cart").body()).isEmpty();
        }
        get(market.supervisor, path).is(200);
        post(market.supervisor, path + "/checkout", null).fails(403, "role");
        post(market.admin, path + "/checkout", null).fails(403, "role");
        for (Principal other : new Principal[] {market.supervisor, market.admin}) {
            post(other, path + "/copy", null).fails(403, "role");
        }
        for (Principal other : new Principal[] {market.vendor, market.distributor, market.supervisor, market.admin}) {
            create(other, items(item(market.vm, 1))).fails(403, "role");
        }
        assertThat(get(market.customer, "/order").body()).isEmpty();
        get(Principal.ANONYMOUS, "/cart").fails(401, "Log in");
        assertThat(get(market.admin, "/cart?search=" + market.customer.email()).body())
                .hasSize(1);
        assertThat(get(market.admin, "/cart?search=nobody").body()).isEmpty();
        assertThat(get(market.admin, "/cart?userCompanyId=" + market.customerCompany)
                        .body())
                .hasSize(1);
        assertThat(text(market.customer, "/cart", Map.of("Accept", "text/csv")).lines())
                .hasSize(2);
    }

    @Test
    void a_cart_says_what_it_would_cost() {
        Answer made = create(market.customer, items(item(market.vm, 2) + ", " + item(market.syndicated, 1)));
        String path = "/budgetEstimate/" + made.text("/self");

        Answer budget = post(market.customer, path, null).is(200);

        assertThat(budget.body().get("totalExcludingVAT").decimalValue()).isEqualByComparingTo("50.00");
        assertThat(budget.body().get("total").decimalValue()).isEqualByComparingTo("61.00");
        assertThat(budget.body().at("/items/0/subTotal").decimalValue()).isEqualByComparingTo("36.60");
        assertThat(budget.body().at("/items/0/budget/totalPrice").decimalValue())
                .isEqualByComparingTo("18.30");
        Answer one = post(market.customer, "/budgetEstimate/" + made.text("/items/1/self"), null)
                .is(200);
        assertThat(one.body()).isEqualTo(budget.body().at("/items/1"));
        post(market.stranger, path, null).fails(404, "cart");
        post(market.stranger, "/budgetEstimate/" + made.text("/items/1/self"), null)
                .fails(404, "cart/item");
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(market.syndicated)
                .update();
        post(market.customer, path, null).fails(422, "items[1]");
    }

    @Test
    void an_estimate_of_a_cart_says_of_each_item_what_is_wrong_with_it() {
        String path = "/budgetEstimate/"
                + create(
                                market.customer,
                                items(item(market.vm, 1) + ", " + item(market.free, 1) + ", "
                                        + item(market.syndicated, 1)))
                        .text("/self");
        jdbc.sql("update cmw.product_version set published = false where id in (?, ?)")
                .params(market.vm, market.syndicated)
                .update();

        Answer refused = post(market.customer, path, null).is(422);

        assertThat(refused.body().get("errorHolders")).hasSize(2);
        assertThat(refused.text("/errorHolders/0/extraFields/item")).isEqualTo("items[0]");
        assertThat(refused.text("/errorHolders/1/extraFields/item")).isEqualTo("items[2]");
        jdbc.sql("update cmw.product set order_validation_urls = '[\"http://127.0.0.1:1/orders\"]'")
                .update();
        assertThat(post(market.customer, path, null).is(422).body().get("errorHolders"))
                .hasSize(3);
    }

    @Test
    void an_empty_cart_costs_nothing() {
        String path = "/budgetEstimate/" + create(market.customer, "{}").text("/self");

        Answer budget = post(market.customer, path, null).is(200);

        assertThat(budget.body().get("items")).isEmpty();
        assertThat(budget.body().get("total").decimalValue()).isZero();
    }

    @Test
    void what_lies_in_a_cart_is_had_as_csv() {
        String path = "/"
                + create(market.customer, items(item(market.vm, 2) + ", " + item(market.syndicated, 1)))
                        .text("/self");

        String csv = text(market.customer, path, Map.of("Accept", "text/csv"));

        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith("id,self,productVersion,").contains(",productVersion/" + market.syndicated + ",");
        assertThat(text(
                        market.customer,
                        "/" + create(market.customer, "{}").text("/self"),
                        Map.of("Accept", "text/csv")))
                .startsWith("id,self,productVersion,");
    }

    @Test
    void integrators_keep_what_they_like_at_a_cart() {
        String path = "/" + create(market.customer, "{}").text("/self") + "/metadata";

        call(market.customer, HttpMethod.PUT, path, "{'crm': '7'}", NONE).is(204);

        assertThat(get(market.customer, path).body().toString()).isEqualTo("{\"crm\":\"7\"}");
        get(market.stranger, path).fails(404, "cart");
    }

    @Test
    void what_is_malformed_is_named() {
        create(market.customer, items("{'quantity': 1}")).fails(400, "items[0].productVersion");
        create(market.customer, items(item(market.vm, 0))).fails(400, "items[0].quantity");
        create(market.customer, items(item(market.vm, 101))).fails(400, "items");
        create(market.customer, items(item(99_999, 1))).fails(422, "items[0].productVersion");
        get(market.customer, "/cart?checkedOut=perhaps").fails(400, "checkedOut");
    }

    @Test
    void what_an_item_refers_to_is_there_and_has_a_value() {
        String plan = "{'productVersion': {'url': 'productVersion/" + market.vm + "'}, ";
        Map.of(
                        "'billingItems': {'billingItem/999': 1}}", "billingItems",
                        "'billingItems': {'shelf/1': 1}}", "billingItems",
                        "'configurationParameters': {'configurationParameter/999': 'x'}}", "configurationParameters",
                        "'configurationParameters': {'shelf/1': 'x'}}", "configurationParameters",
                        "'bandwidthPricing': {'url': 'bandwidthPricing/999'}}", "bandwidthPricing",
                        "'cloudProvider': {'url': 'cloudProvider/999'}}", "cloudProvider")
                .forEach((body, field) -> assertThat(create(market.customer, items(plan + body))
                                .is(422)
                                .text("/errorHolders/0/extraFields/field"))
                        .isEqualTo("items[0]." + field));
        Map.of(
                        "'billingItems': {'billingItem/1': null}}", "billingItems[billingItem/1]",
                        "'billingItems': {'billingItem/1': ''}}", "billingItems[billingItem/1]",
                        "'billingItems': {'billingItem/1': -1}}", "billingItems[billingItem/1]",
                        "'configurationParameters': {'configurationParameter/1': null}}",
                                "configurationParameters[configurationParameter/1]",
                        "'metadata': {'crm': null}}", "metadata[crm]")
                .forEach((body, field) -> assertThat(create(market.customer, items(plan + body))
                                .is(400)
                                .text("/errorHolders/0/extraFields/field"))
                        .isEqualTo("items[0]." + field));
    }

    private String asking(String values) {
        return items("{'productVersion': {'url': 'productVersion/" + market.syndicated
                + "'}, 'configurationParameters': {" + values + "}}");
    }

    @Test
    void what_a_vendor_wants_to_know_is_asked_at_the_checkout() {
        store.replace(
                market.syndicatedProduct,
                List.of(new ConfigurationParameter(
                        null, "DOMAIN", "Domain", "D", null, "[a-z.]+", Map.of(), null, null, true, false, 0)));
        int domain = store.ofProduct(market.syndicatedProduct).get(0).id();
        store.replaceOfPlan(market.syndicated, market.syndicatedProduct, List.of(domain));
        String good = "/"
                + create(market.customer, asking("'configurationParameter/" + domain + "': 'a.b'"))
                        .text("/self");

        for (String bad : List.of("", "'configurationParameter/" + domain + "': 'A'")) {
            String path = "/" + create(market.customer, asking(bad)).is(201).text("/self");
            post(market.customer, path + "/checkout", null).fails(422, "items[0]");
        }
        post(market.customer, good + "/checkout", null).is(204);

        assertThat(market.column(String.class, "select value from cmw.subscription_parameter"))
                .containsExactly("a.b");
    }

    @Test
    void a_cart_with_a_vendor_who_gives_no_answer_is_checked_out_later() {
        String path = "/"
                + create(market.customer, items(item(market.vm, 1) + ", " + item(market.syndicated, 1)))
                        .text("/self");
        jdbc.sql("update cmw.product set order_validation_urls = '[\"http://127.0.0.1:1/validate\"]' where id = ?")
                .param(market.syndicatedProduct)
                .update();

        post(market.customer, path + "/checkout", null).fails(503, "items[1]");

        assertThat(get(market.customer, "/order").body()).isEmpty();
        jdbc.sql("update cmw.product set order_validation_urls = '[]'").update();
        post(market.customer, path + "/checkout", null).is(204);
    }

    private Answer create(Principal who, String body) {
        return post(who, "/cart", body);
    }

    private List<String> events() {
        return market.column(String.class, "select type from cmw.vendor_event where entity = 'Cart' order by id");
    }

    private static String items(String items) {
        return "{'items': [" + items + "]}";
    }

    private static String item(int plan, int quantity) {
        return "{'productVersion': {'url': 'productVersion/" + plan + "'}, 'quantity': " + quantity + "}";
    }
}
