package io.mercato.platform.cmw.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.vendor.ChoicesRequest;
import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import io.mercato.domain.cmw.vendor.ParameterChoices;
import io.mercato.domain.cmw.vendor.ParameterChoices.Choice;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.vendor.ParameterStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class ParameterChoicesTest extends VendorCalls {
    private static final String UNKNOWN = "unknown-reference-%field%-%reference%";

    @Autowired
    private ParameterStore store;

    private int domain;
    private int region;
    private int colour;

    @BeforeEach
    void parameters() {
        store.replace(
                market.vmProduct,
                List.of(
                        parameter("DOMAIN", VENDOR.url(domainsUrl), Map.of()),
                        parameter("REGION", null, new LinkedHashMap<>(Map.of("eu", "Europe"))),
                        parameter("COLOUR", null, Map.of())));
        List<ConfigurationParameter> stored = store.ofProduct(market.vmProduct);
        domain = stored.get(0).id();
        region = stored.get(1).id();
        colour = stored.get(2).id();
    }

    private static ConfigurationParameter parameter(String code, String url, Map<String, String> accepted) {
        return new ConfigurationParameter(
                null, code, code, "What it is", null, null, accepted, url, null, false, false, 0);
    }

    private ParameterChoices choices(Principal who, int parameter, ChoicesRequest request) {
        return call("direct:cmw-list-parameter-choices", who, parameter, request, ParameterChoices.class);
    }

    private ParameterChoices domains() {
        return choices(market.customer, domain, request(Map.of()));
    }

    private ChoicesRequest request(Map<Integer, String> soFar) {
        return new ChoicesRequest(market.vm, null, null, soFar);
    }

    @Test
    void the_vendor_names_the_values_for_what_was_chosen_so_far() {
        VENDOR.stubFor(post(domainsUrl).willReturn(json(200, """
                {'values': [{'value': 'b.example', 'description': 'Second'}, {'value': 'a.example'}], 'more': 1}
                """)));

        ParameterChoices choices =
                choices(market.customer.inLanguage("it"), domain, request(Map.of(region, "eu", colour, "red")));

        assertThat(choices.values()).containsExactly(new Choice("b.example", "Second"), new Choice("a.example", null));
        VENDOR.verify(1, postRequestedFor(urlEqualTo(domainsUrl)).withRequestBody(equalToJson("""
                        {"productId": %d, "productVersionId": %d, "configurationParameter": "DOMAIN",
                         "configurationParameters": {"REGION": "eu", "COLOUR": "red"}, "language": "it", "buyerId": %d}
                        """.formatted(
                        market.vmProduct, market.vm, market.customer.userId()))));
    }

    @Test
    void an_empty_list_allows_nothing_and_null_allows_anything() {
        VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': []}")));
        assertThat(domains().values()).isEmpty();

        VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': null}")));
        assertThat(domains().values()).isNull();
    }

    @Test
    void a_parameter_without_an_address_names_its_own_values() {
        assertThat(choices(market.customer, region, request(Map.of())).values())
                .containsExactly(new Choice("eu", "Europe"));
        assertThat(choices(market.customer, colour, request(Map.of())).values()).isNull();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_is_no_answer_is_for_later(ResponseDefinitionBuilder answer) {
        VENDOR.stubFor(post(domainsUrl).willReturn(answer));

        assertRefused(this::domains, ErrorKind.RETRYABLE, "vendor-unavailable");

        VENDOR.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void a_value_that_is_none_makes_the_answer_none() {
        for (String odd : List.of("[null]", "[{'description': 'x'}]", "['a']", "'a'")) {
            VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': " + odd + "}")));
            assertRefused(this::domains, ErrorKind.RETRYABLE, "vendor-unavailable");
        }
    }

    @Test
    void a_vendor_who_stumbles_once_is_asked_again() {
        VENDOR.stubFor(post(domainsUrl)
                .inScenario("stumble")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(json(503, ""))
                .willSetStateTo("up"));
        VENDOR.stubFor(post(domainsUrl)
                .inScenario("stumble")
                .whenScenarioStateIs("up")
                .willReturn(json(200, "{'values': [{'value': 'a'}]}")));

        assertThat(domains().values()).containsExactly(new Choice("a", null));
        VENDOR.verify(2, postRequestedFor(urlEqualTo(domainsUrl)));
    }

    @Test
    void a_vendor_who_is_down_is_asked_so_often_only_and_one_who_says_no_once() {
        VENDOR.stubFor(post(domainsUrl).willReturn(json(500, "")));
        assertRefused(this::domains, ErrorKind.RETRYABLE, "vendor-unavailable");
        VENDOR.verify(2, postRequestedFor(urlEqualTo(domainsUrl)));

        VENDOR.resetAll();
        VENDOR.stubFor(post(domainsUrl).willReturn(json(404, "")));
        assertRefused(this::domains, ErrorKind.RETRYABLE, "vendor-unavailable");
        VENDOR.verify(1, postRequestedFor(urlEqualTo(domainsUrl)));
    }

    @Test
    void nobody_asks_about_what_he_does_not_see_or_in_anothers_name() {
        int another = market.stranger.userId();
        ChoicesRequest ofAnother = new ChoicesRequest(market.vm, another, null, Map.of());
        assertRefused(() -> choices(market.customer, domain, ofAnother), ErrorKind.REJECTED, UNKNOWN);
        assertRefused(
                () -> choices(
                        market.customer, domain, new ChoicesRequest(market.vm, null, market.credential, Map.of())),
                ErrorKind.REJECTED,
                UNKNOWN);
        assertRefused(
                () -> choices(market.customer, domain, new ChoicesRequest(market.managed, null, null, Map.of())),
                ErrorKind.REJECTED,
                UNKNOWN);
        assertRefused(
                () -> choices(market.customer, domain, request(Map.of(999_999, "x"))), ErrorKind.REJECTED, UNKNOWN);
        jdbc.sql("update cmw.product_version set published = false where product_id = ?")
                .param(market.vmProduct)
                .update();
        assertRefused(this::domains, ErrorKind.NOT_FOUND, "not-found-%resource%-%id%");
        VENDOR.verify(0, postRequestedFor(urlEqualTo(domainsUrl)));
    }

    private void order(Map<Integer, String> values) {
        store.replaceOfPlan(market.vm, market.vmProduct, List.of(domain, region, colour));
        call(
                "direct:cmw-place-order",
                market.customer,
                null,
                new OrderRequest(
                        market.vm, OrderType.NORMAL, null, null, null, null, null, Map.of(), null, null, values),
                Order.class);
    }

    @Test
    void what_is_ordered_is_what_the_vendor_names() {
        VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': [{'value': 'a.example'}]}")));

        order(Map.of(domain, " a.example ", colour, "red"));

        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo(domainsUrl))
                        .withRequestBody(equalToJson(
                                "{\"configurationParameter\": \"DOMAIN\", \"configurationParameters\": {\"COLOUR\": \"red\"}}",
                                true,
                                true)));
        assertThat(market.column(String.class, "select value from cmw.subscription_parameter order by value"))
                .containsExactly("a.example", "red");
    }

    @Test
    void what_the_vendor_does_not_name_is_not_ordered() {
        for (String none : List.of("[{'value': 'a.example'}]", "[]")) {
            VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': " + none + "}")));
            assertRefused(
                    () -> order(Map.of(domain, "b.example")), ErrorKind.REJECTED, "invalid-field-%field%-%problem%");
        }
        VENDOR.stubFor(post(domainsUrl).willReturn(json(500, "")));
        assertRefused(() -> order(Map.of(domain, "b.example")), ErrorKind.RETRYABLE, "vendor-unavailable");
        assertThat(market.column(Integer.class, "select count(*) from cmw.\"order\""))
                .containsExactly(0);
    }

    @Test
    void an_order_asks_only_about_what_was_chosen() {
        VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': null}")));

        order(Map.of(region, "eu"));
        VENDOR.verify(0, postRequestedFor(urlEqualTo(domainsUrl)));
        order(Map.of(domain, "anything"));
        VENDOR.verify(1, postRequestedFor(urlEqualTo(domainsUrl)));
    }

    @Test
    void staff_asks_for_a_customer() {
        VENDOR.stubFor(post(domainsUrl).willReturn(json(200, "{'values': []}")));
        int buyer = market.customer.userId();

        choices(market.supervisor, domain, new ChoicesRequest(market.vm, buyer, null, Map.of()));

        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo(domainsUrl))
                        .withRequestBody(equalToJson("{\"buyerId\": " + buyer + "}", true, true)));
    }
}
