package io.mercato.platform.cmw.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderType;
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
        validatedBy("/one", "/two");
        VENDOR.stubFor(post("/one").willReturn(noContent()));
        VENDOR.stubFor(post("/two").willReturn(noContent()));

        order(market.vm, OrderType.NORMAL);

        VENDOR.verify(1, postRequestedFor(urlEqualTo("/two")));
        List<LoggedRequest> asked = VENDOR.findAll(postRequestedFor(urlEqualTo("/one"))
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
    void an_order_that_an_address_refuses_is_refused_in_the_vendors_words() {
        validatedBy("/one", "/two");
        VENDOR.stubFor(post("/one").willReturn(noContent()));
        VENDOR.stubFor(post("/two")
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
        validatedBy("/one");
        VENDOR.stubFor(post("/one").willReturn(answer));

        assertRefused(() -> order(market.vm, OrderType.NORMAL), ErrorKind.RETRYABLE, "vendor-unavailable");

        assertThat(orders()).isZero();
        VENDOR.verify(1, postRequestedFor(urlEqualTo("/one")));
        VENDOR.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void no_transaction_is_open_while_a_vendor_thinks() {
        validatedBy("/one");
        VENDOR.stubFor(post("/one").willReturn(noContent()));
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
        validatedBy("/one");
        VENDOR.stubFor(post("/one").willReturn(noContent()));

        int first = placed("key-1").id();
        VENDOR.stubFor(post("/one").willReturn(json(200, "{'errors': [{'message': 'Closed'}]}")));

        assertThat(placed("key-1").id()).isEqualTo(first);
        VENDOR.verify(1, postRequestedFor(urlEqualTo("/one")));
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
        validatedBy("/one");
        jdbc.sql("update cmw.product_version set published = false where id = ?")
                .param(market.vm)
                .update();

        assertRefused(
                () -> order(market.vm, OrderType.NORMAL), ErrorKind.REJECTED, "unknown-reference-%field%-%reference%");
        VENDOR.verify(0, postRequestedFor(urlEqualTo("/one")));
    }

    @Test
    void the_end_of_a_subscription_is_asked_with_what_it_has() {
        int subscription = deployed(market.vm);
        validatedBy("/one");
        VENDOR.stubFor(post("/one").willReturn(noContent()));
        OrderToValidate end = OrderToValidate.ofSubscription(
                subscription, market.vm, market.customer.userId(), OrderType.TERMINATION);

        OrderToValidate passed =
                call("direct:cmw-validate-order-with-vendor", market.customer, null, end, OrderToValidate.class);

        assertThat(passed).isEqualTo(end);
        VENDOR.verify(
                1,
                postRequestedFor(urlEqualTo("/one"))
                        .withRequestBody(equalToJson(
                                "{\"orderType\": \"TERMINATION\", \"subscriptionId\": " + subscription + "}",
                                true,
                                true)));
    }
}
