package io.mercato.platform.cmw.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.cmw.order.BudgetRequest;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.vendor.OrderToValidate;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.processors.cmw.Market;
import io.mercato.processors.cmw.event.EventSignature;
import io.mercato.processors.cmw.vendor.VendorTalk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ValidateOrderTest extends VendorCalls {

    @MockitoSpyBean
    private VendorTalk talk;

    private void validatedBy(String... paths) {
        String urls = json.write(List.of(paths).stream().map(VENDOR::url).toList());
        jdbc.sql("update cmw.product set order_validation_urls = cast(? as jsonb), sku = 'wiki',"
                        + " notification_secret_token = 'hush' where id = ?")
                .params(urls, market.vmProduct)
                .update();
        jdbc.sql("update cmw.product_version set identifier = 'wiki-small' where id = ?")
                .param(market.vm)
                .update();
    }

    private int orders() {
        return market.column(Integer.class, "select count(*) from cmw.\"order\"")
                .get(0);
    }

    @Test
    void an_order_is_placed_when_every_address_lets_it_pass() {
        validatedBy(oneUrl, twoUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        VENDOR.stubFor(post(twoUrl).willReturn(noContent()));

        order(market.vm, OrderType.NORMAL);

        VENDOR.verify(1, postRequestedFor(urlEqualTo(twoUrl)));
        List<LoggedRequest> asked = VENDOR.findAll(postRequestedFor(urlEqualTo(oneUrl))
                .withRequestBody(equalToJson("""
                        {"productId": %d, "productIdentifier": "wiki", "productVersionId": %d,
                         "productVersionIdentifier": "wiki-small", "billingItems": {}, "configurationParameters": {},
                         "orderType": "NORMAL", "buyerId": %d, "language": "en"}
                        """.formatted(market.vmProduct, market.vm, market.customer.userId()))));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).getHeader("CMW-Event-Signature"))
                .isEqualTo(EventSignature.of(asked.get(0).getBody(), "hush"));
        assertThat(asked.get(0).getHeader("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void of_a_bundle_each_vendor_is_asked_about_his_own_and_the_one_who_refuses_is_named() {
        validatedBy(oneUrl);
        int bundle = market.bundle(Map.of(market.vm, 10, market.syndicated, 50));
        jdbc.sql("update cmw.product set order_validation_urls = cast(? as jsonb) where type = 'BUNDLE'")
                .param(json.write(List.of(VENDOR.url(twoUrl))))
                .update();
        VENDOR.stubFor(post(oneUrl).willReturn(json(200, "{'errors': [{'message': 'Closed'}]}")));
        VENDOR.stubFor(post(twoUrl).willReturn(noContent()));

        assertThatThrownBy(() -> order(bundle, OrderType.NORMAL))
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        refused -> assertThat(refused.holders().get(0).error())
                                .isEqualTo("productVersion/" + market.vm + ": Closed"));
        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo(twoUrl))
                        .withRequestBody(matchingJsonPath("$[?(@.productVersionId == " + bundle + ")]")));
        assertThat(orders()).isZero();
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        order(bundle, OrderType.NORMAL);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void an_order_that_an_address_refuses_is_refused_in_the_vendors_words() {
        validatedBy(oneUrl, twoUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        VENDOR.stubFor(post(twoUrl)
                .willReturn(json(200, "{'errors': [{'message': 'No such domain'}, {'message': 'Closed'}, null, {}]}")));

        assertThatThrownBy(() -> order(market.vm, OrderType.NORMAL))
                .isInstanceOfSatisfying(MercatoException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
                    assertThat(refused.holders())
                            .extracting(ErrorHolder::error)
                            .containsExactly("No such domain", "Closed");
                });
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anything_else_is_for_later_and_asked_once(ResponseDefinitionBuilder answer) {
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(answer));

        assertRefused(() -> order(market.vm, OrderType.NORMAL), ErrorKind.RETRYABLE, "vendor-unavailable");

        assertThat(orders()).isZero();
        VENDOR.verify(1, postRequestedFor(urlEqualTo(oneUrl)));
        VENDOR.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void no_transaction_is_open_while_a_vendor_thinks() {
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        List<Boolean> open = new ArrayList<>();
        doAnswer(call -> {
                    open.add(TransactionSynchronizationManager.isActualTransactionActive());
                    return call.callRealMethod();
                })
                .when(talk)
                .prepare(any());

        order(market.vm, OrderType.NORMAL);

        assertThat(open).containsExactly(false);
    }

    @Test
    void a_request_that_comes_again_asks_no_vendor_again() {
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));

        int first = placed("key-1").id();
        VENDOR.stubFor(post(oneUrl).willReturn(json(200, "{'errors': [{'message': 'Closed'}]}")));

        assertThat(placed("key-1").id()).isEqualTo(first);
        VENDOR.verify(1, postRequestedFor(urlEqualTo(oneUrl)));
        assertThat(placed("key-2")).isNull();
    }

    private Order placed(String key) {
        return exchange(
                        "direct:cmw-place-order",
                        market.customer,
                        null,
                        Market.request(market.vm, OrderType.NORMAL),
                        Map.of("idempotencyKey", key, "requestBody", "x".getBytes(StandardCharsets.UTF_8)))
                .getMessage()
                .getBody(Order.class);
    }

    @Test
    void a_plan_that_is_not_sold_asks_nobody() {
        validatedBy(oneUrl);
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(market.vm)
                .update();

        assertRefused(
                () -> order(market.vm, OrderType.NORMAL), ErrorKind.REJECTED, "unknown-reference-%field%-%reference%");
        VENDOR.verify(0, postRequestedFor(urlEqualTo(oneUrl)));
    }

    private void asked(String type, int subscription) {
        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo(oneUrl))
                        .withRequestBody(equalToJson(
                                "{\"orderType\": \"" + type + "\", \"subscriptionId\": " + subscription
                                        + ", \"buyerId\": " + market.customer.userId() + "}",
                                true,
                                true)));
    }

    @Test
    void a_vendor_is_asked_before_a_subscription_ends_or_is_not_renewed() {
        int subscription = deployed(market.vm);
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));

        change(
                market.customer,
                subscription,
                new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));
        asked("UNSUBSCRIBE", subscription);
        act(market.customer, subscription, SubscriptionAction.KILL);
        asked("TERMINATION", subscription);
        assertThat(market.status(subscription)).isEqualTo("UNDEPLOY_SENT");
    }

    @Test
    void what_a_vendor_refuses_does_not_happen() {
        int subscription = deployed(market.vm);
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(json(200, "{'errors': [{'message': 'Pay first'}]}")));

        assertRefused(
                () -> act(market.customer, subscription, SubscriptionAction.KILL),
                ErrorKind.REJECTED,
                "refused-by-vendor");
        assertRefused(
                () -> change(
                        market.customer,
                        subscription,
                        new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false)),
                ErrorKind.REJECTED,
                "refused-by-vendor");
        assertThat(market.status(subscription)).isEqualTo("DEPLOYED");
    }

    @Test
    void what_is_no_vendors_business_asks_nobody() {
        int subscription = deployed(market.vm);
        validatedBy(oneUrl);

        change(
                market.customer,
                subscription,
                new SubscriptionChange(SubscriptionAction.SET_NAME, "Mine", null, null, false));
        act(market.customer, subscription, SubscriptionAction.STOP);
        VENDOR.verify(0, postRequestedFor(urlEqualTo(oneUrl)));
    }

    @Test
    void an_administrator_ends_what_there_is_to_end() {
        int subscription = deployed(market.vm);
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(json(500, "")));

        act(market.admin, subscription, SubscriptionAction.KILL);

        assertThat(market.status(subscription)).isEqualTo("UNDEPLOY_SENT");
    }

    @Test
    void a_vendor_is_asked_before_an_estimate() {
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(json(200, "{'errors': [{'message': 'Closed'}]}")));
        BudgetRequest budget = new BudgetRequest(
                Market.request(market.vm, OrderType.NORMAL), null, PropertyFilter.INCLUDED, PayPerUseCosts.PROJECTED);

        for (String route : List.of("direct:cmw-estimate-budget", "direct:cmw-validate-budget")) {
            assertRefused(
                    () -> call(route, market.customer, null, budget, Object.class),
                    ErrorKind.REJECTED,
                    "refused-by-vendor");
        }
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        assertThat(call("direct:cmw-estimate-budget", market.customer, null, budget, Budget.class))
                .isNotNull();
    }

    @Test
    void extra_resources_have_the_vendors_own_names() {
        validatedBy(oneUrl);
        VENDOR.stubFor(post(oneUrl).willReturn(noContent()));
        int users = jdbc.sql("insert into cmw.billing_item (identifier, name, description, unit, type)"
                        + " values ('USERS-" + market.vm + "', 'Users', '', 'user', 'VOLUME') returning id")
                .query(Integer.class)
                .single();
        OrderToValidate order = new OrderToValidate(
                market.vm,
                OrderType.NORMAL,
                market.customer.userId(),
                null,
                Map.of("billingItem/" + users, 10, "billingItem/999999", 1),
                Map.of());

        call("direct:cmw-validate-order-with-vendor", market.customer, null, order, Object.class);

        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo(oneUrl))
                        .withRequestBody(equalToJson(
                                "{\"billingItems\": {\"USERS-" + market.vm + "\": 10, \"billingItem/999999\": 1}}",
                                true,
                                true)));
    }
}
