package io.mercato.rest.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.vendor.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a customer fills in when he orders, and who reads it afterwards. */
class OrderParameterApiTest extends CoreApiCalls {

    @Autowired
    private ParameterStore store;

    private int domain;
    private int password;

    @BeforeEach
    void parameters() {
        store.replace(
                market.syndicatedProduct,
                List.of(parameter("DOMAIN", "[a-z.]+", true, false), parameter("PASSWORD", null, false, true)));
        List<ConfigurationParameter> stored = store.ofProduct(market.syndicatedProduct);
        domain = stored.get(0).id();
        password = stored.get(1).id();
        store.replaceOfPlan(market.syndicated, market.syndicatedProduct, List.of(domain, password));
    }

    private static ConfigurationParameter parameter(String code, String form, boolean required, boolean sensitive) {
        return new ConfigurationParameter(
                null, code, code, "About " + code, null, form, Map.of(), null, null, required, sensitive, 0);
    }

    private Answer order(Map<Integer, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach((id, value) -> fields.put("'configurationParameter/" + id + "'", "'" + value + "'"));
        return post(
                market.customer,
                "/order",
                "{'productVersion': {'url': 'productVersion/" + market.syndicated + "'}, 'type': 'NORMAL',"
                        + " 'configurationParameters': " + fields.toString().replace("=", ": ") + "}");
    }

    private String value(Principal who, String subscription, int index) {
        return get(who, "/" + subscription)
                .is(200)
                .body()
                .at("/configurationParameters/" + index + "/value")
                .asText(null);
    }

    @Test
    void the_values_are_kept_with_the_subscription() {
        String subscription = order(Map.of(domain, "shop.example")).is(201).text("/subscription/url");

        Answer read = get(market.customer, "/" + subscription).is(200);
        assertThat(read.body().get("configurationParameters")).hasSize(1);
        assertThat(read.text("/configurationParameters/0/code")).isEqualTo("DOMAIN");
        assertThat(read.text("/configurationParameters/0/value")).isEqualTo("shop.example");
        assertThat(read.text("/configurationParameters/0/description")).isEqualTo("About DOMAIN");
        assertThat(read.text("/configurationParameters/0/configurationParameter/url"))
                .isEqualTo("configurationParameter/" + domain);
        for (Principal who : List.of(market.colleague, market.vendor, market.supervisor, market.admin)) {
            assertThat(value(who, subscription, 0)).isEqualTo("shop.example");
        }
    }

    @Test
    void a_sensitive_value_is_between_the_customer_and_the_vendor_and_encrypted() {
        String subscription = order(Map.of(domain, "shop.example", password, "hunter2"))
                .is(201)
                .text("/subscription/url");

        for (Principal who : List.of(market.customer, market.colleague, market.vendor)) {
            assertThat(value(who, subscription, 1)).isEqualTo("hunter2");
        }
        for (Principal who : List.of(market.supervisor, market.admin)) {
            assertThat(value(who, subscription, 1)).isNull();
        }
        assertThat(market.column(
                        String.class,
                        "select value from cmw.subscription_parameter where configuration_parameter_id = ?",
                        password))
                .singleElement()
                .asString()
                .startsWith("v1:")
                .doesNotContain("hunter2");
    }

    @Test
    void a_list_has_the_values_but_for_the_sensitive_ones() {
        order(Map.of(domain, "shop.example", password, "hunter2")).is(201);

        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("Prefer", "response=deployment"))) {
            Answer list = get(market.vendor, "/subscription", headers).is(200);
            assertThat(list.text("/0/configurationParameters/0/value")).isEqualTo("shop.example");
            assertThat(list.text("/0/configurationParameters/1/code")).isEqualTo("PASSWORD");
            assertThat(list.body().at("/0/configurationParameters/1").has("value"))
                    .isFalse();
        }
    }

    @Test
    void a_value_that_becomes_sensitive_later_is_hidden_from_then_on() {
        String subscription = order(Map.of(domain, "shop.example")).is(201).text("/subscription/url");
        jdbc.sql("update cmw.configuration_parameter set sensitive = true").update();

        assertThat(value(market.admin, subscription, 0)).isNull();
        assertThat(value(market.customer, subscription, 0)).isEqualTo("shop.example");
    }

    @Test
    void an_estimate_refuses_what_the_order_would() {
        estimate("", Map.of()).is(200);
        estimate("", Map.of(domain, "NO WAY")).fails(422, "configurationParameters.DOMAIN");
        estimate("", Map.of(999_999, "x")).fails(422, "configurationParameter/999999");
        estimate("/validate", Map.of(domain, "shop.example")).is(204);
        estimate("/validate", Map.of()).fails(422, "configurationParameters.DOMAIN");
        estimate("/validate", Map.of(domain, "NO WAY")).fails(422, "configurationParameters.DOMAIN");
        estimate("/validate", Map.of(domain, "a.b", 999_999, "x")).fails(422, "configurationParameter/999999");
    }

    private Answer estimate(String path, Map<Integer, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach((id, value) -> fields.put("'configurationParameter/" + id + "'", "'" + value + "'"));
        return post(
                market.customer,
                "/budgetEstimate" + path,
                "{'productVersionId': " + market.syndicated + ", 'type': 'NORMAL', 'configurationParameters': "
                        + fields.toString().replace("=", ": ") + "}");
    }

    @Test
    void what_breaks_a_rule_is_named_and_nothing_is_ordered() {
        order(Map.of()).fails(422, "configurationParameters.DOMAIN");
        order(Map.of(domain, "NO WAY")).fails(422, "configurationParameters.DOMAIN");
        order(Map.of(domain, "a.b", 999_999, "x")).fails(422, "configurationParameter/999999");
        order(Map.of(domain, "x".repeat(4097))).fails(400, "configurationParameters");

        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(0);
    }

    @Test
    void a_plan_that_asks_for_nothing_takes_nothing() {
        post(
                        market.customer,
                        "/order",
                        "{'productVersion': {'url': 'productVersion/" + market.free + "'}, 'type': 'NORMAL',"
                                + " 'configurationParameters': {'configurationParameter/" + domain + "': 'a.b'}}")
                .fails(422, "configurationParameter/" + domain);
        order(market.free, "NORMAL").is(201);
    }

    @Test
    void with_a_bundle_each_plan_asks_for_its_own() {
        int bundle = market.bundle(Map.of(market.vm, 10, market.syndicated, 50));
        String asked = "{'productVersion': {'url': 'productVersion/" + bundle + "'}, 'type': 'NORMAL',"
                + " 'configurationParameters': {'configurationParameter/%d': '%s'}}";

        Answer placed = post(market.customer, "/order", asked.formatted(domain, "shop.example"))
                .is(201);

        assertThat(get(market.customer, "/" + placed.text("/subscriptions/0/url"))
                        .body()
                        .get("configurationParameters"))
                .isEmpty();
        assertThat(value(market.customer, placed.text("/subscriptions/1/url"), 0))
                .isEqualTo("shop.example");
        post(market.customer, "/order", asked.formatted(password, "hunter2"))
                .fails(422, "productVersion/" + market.syndicated + " (Wiki - Small)");
        post(market.customer, "/order", asked.formatted(999_999, "x")).fails(422, "configurationParameter/999999");
    }

    @Test
    void a_vendor_who_cannot_be_asked_is_asked_later() {
        jdbc.sql("update cmw.product set order_validation_urls = '[\"http://127.0.0.1:1/validate\"]' where id = ?")
                .param(market.syndicatedProduct)
                .update();

        order(Map.of(domain, "shop.example")).fails(503, "vendor-unavailable");
    }
}
