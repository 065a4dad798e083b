package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponRefusal;
import io.mercato.domain.cmw.coupon.CouponSamples;
import io.mercato.domain.cmw.coupon.CouponType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OfferSample.Change;
import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.CloudPrices;
import io.mercato.domain.cmw.pricing.InstancePricing;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.cmw.pricing.QuoteLine;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderPricingTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final PlanItem USERS = item(1, BillingItemValueType.PRE_PAID);
    private static final PlanItem TRAFFIC = item(2, BillingItemValueType.PAY_AS_YOU_GO);
    private static final CloudPrices CLOUD = new CloudPrices(
            "m1.small",
            0,
            new InstancePricing(1, 3, 4, null, null, new BigDecimal("0.0100"), Map.of(), false),
            null,
            null);

    @ParameterizedTest
    @EnumSource(
            value = OrderType.class,
            names = {"NORMAL", "TRIAL"})
    void an_order_is_invoiced_as_it_was_estimated(OrderType type) {
        Coupon coupon = CouponSamples.coupon(type == OrderType.TRIAL ? CouponType.TRIAL : CouponType.DISCOUNT);
        Offer offer = OfferSample.vm(prices(List.of(USERS, TRAFFIC), CLOUD, IaasBilling.PRE_PAID, coupon));
        OrderRequest request = request(type, "h", Map.of("billingItem/1", 15), null);

        OrderPrice estimate = OrderPricing.price(offer, request, Assumptions.NONE, NOW);
        Placement placement =
                OrderRules.place(offer, request, new OrderTimes(Duration.ofDays(3), 24, Duration.ofDays(365)), NOW);

        assertThat(placement.price()).isEqualTo(estimate);
        assertThat(placement.invoice()).isEqualTo(estimate.firstInvoice());
        assertThat(placement.subscriptions().get(0).terms().trialDays()).isEqualTo(estimate.trialDays());
    }

    @Test
    void extra_resources_and_the_cloud_come_on_top_and_a_coupon_off() {
        Offer offer = OfferSample.vm(prices(
                List.of(USERS, TRAFFIC), CLOUD, IaasBilling.PRE_PAID, CouponSamples.coupon(CouponType.DISCOUNT)));

        OrderPrice price = price(offer, request(OrderType.NORMAL, "h", Map.of("billingItem/1", 15), null));

        assertThat(price.quote().first())
                .extracting(QuoteLine::type)
                .containsExactly(
                        LineType.PRODUCT,
                        LineType.BILLINGITEMRECURRING,
                        LineType.BILLINGITEMRECURRING,
                        LineType.VIRTUALMACHINE,
                        LineType.SETUPFEE,
                        LineType.COUPONDISCOUNT);
        InvoiceDraft invoice = Objects.requireNonNull(price.firstInvoice());
        assertThat(invoice.net()).isEqualTo(eur("84.20"));
        assertThat(price.granted()).isEqualTo(eur("1.00"));
        assertThat(price.items()).hasSize(2);
    }

    @Test
    void an_account_of_the_customers_own_is_paid_by_himself() {
        Offer offer = OfferSample.vm(prices(List.of(), CLOUD, IaasBilling.PRE_PAID, null));

        assertThat(price(offer, request(OrderType.NORMAL, null, Map.of(), 4)).cloud())
                .isEmpty();
        assertThat(price(offer, request(OrderType.NORMAL, null, Map.of(), null)).cloud())
                .hasSize(1);
    }

    @Test
    void what_is_used_is_paid_at_the_end_by_the_hours_that_are_expected() {
        Offer offer = OfferSample.vm(prices(List.of(), CLOUD, IaasBilling.PAY_AS_YOU_GO, null));
        OrderRequest request = request(OrderType.NORMAL, null, Map.of(), null);

        assertThat(OrderPricing.price(offer, request, new Assumptions(100, true), NOW)
                        .quote()
                        .endInvoice()
                        .net())
                .isEqualTo(eur("1.00"));
        assertThat(OrderPricing.price(offer, request, Assumptions.NONE, NOW)
                        .quote()
                        .endInvoice()
                        .net())
                .isEqualTo(eur("7.20"));
    }

    @Test
    void a_coupon_that_is_no_good_is_not_used_and_an_order_with_it_is_refused() {
        Coupon expired = CouponSamples.coupon(CouponType.DISCOUNT).with(null, NOW, null);
        Offer offer = OfferSample.vm(prices(List.of(), null, IaasBilling.PRE_PAID, expired));
        OrderRequest request = request(OrderType.NORMAL, "h", Map.of(), null);

        OrderPrice price = price(offer, request);

        assertThat(price.coupon()).isNull();
        assertThat(price.refusal()).isEqualTo(CouponRefusal.EXPIRED);
        assertThat(price.granted()).isEqualTo(eur("0.00"));
        refused(offer, request, ErrorKind.REJECTED, "coupon-expired");
    }

    @Test
    void a_plan_that_wants_a_coupon_is_not_ordered_without() {
        Offer offer = OfferSample.vm(new OfferPrices(
                List.of(), null, IaasBilling.PRE_PAID, CouponConfiguration.MANDATORY, null, 0, null, null));

        refused(offer, request(OrderType.NORMAL, " ", Map.of(), null), ErrorKind.REJECTED, "coupon-missing");
    }

    @Test
    void a_coupon_makes_a_trial_longer_but_not_shorter() {
        assertThat(trialDays(OfferSample.vm(prices(List.of(), null, IaasBilling.PRE_PAID, trial(30)))))
                .isEqualTo(30);
        assertThat(trialDays(OfferSample.vm(prices(List.of(), null, IaasBilling.PRE_PAID, trial(7)))))
                .isEqualTo(14);
        assertThat(trialDays(OfferSample.vm(prices(List.of(), null, IaasBilling.PRE_PAID, trial(7)), Change.NO_TRIAL)))
                .isEqualTo(7);
        assertThat(trialDays(OfferSample.vm(
                        prices(List.of(), null, IaasBilling.PRE_PAID, trial(7)), Change.TRIAL_WITHOUT_LENGTH)))
                .isEqualTo(7);
    }

    @Test
    void a_trial_is_worth_what_its_machine_uses_and_that_is_limited() {
        // 30 days of 24 hours at 0.01
        Coupon coupon = trial(30);
        OrderRequest request = request(OrderType.TRIAL, "h", Map.of(), null);

        OrderPrice granted = price(OfferSample.vm(prices(List.of(), CLOUD, IaasBilling.PRE_PAID, coupon)), request);
        Offer enough = OfferSample.vm(
                prices(List.of(), CLOUD, IaasBilling.PRE_PAID, coupon.with(null, null, new BigDecimal("7.20"))));
        Offer tooLittle = OfferSample.vm(
                prices(List.of(), CLOUD, IaasBilling.PRE_PAID, coupon.with(null, null, new BigDecimal("7.19"))));

        assertThat(granted.granted()).isEqualTo(eur("7.20"));
        assertThat(granted.firstInvoice()).isNull();
        assertThat(price(enough, request).trialDays()).isEqualTo(30);
        assertThat(price(tooLittle, request).trialDays()).isEqualTo(14);
        refused(tooLittle, request, ErrorKind.CONFLICT, "coupon-exhausted");
    }

    @Test
    void a_plan_without_a_price_cannot_be_estimated() {
        assertThatExceptionOfType(MercatoException.class)
                .isThrownBy(() ->
                        price(OfferSample.vm(Change.WITHOUT_PRICE), request(OrderType.NORMAL, null, Map.of(), null)))
                .satisfies(e -> assertThat(e.key()).isEqualTo("contact-form-only"));
    }

    private static @Nullable Integer trialDays(Offer offer) {
        return price(offer, request(OrderType.TRIAL, "h", Map.of(), null)).trialDays();
    }

    private static Coupon trial(int days) {
        Coupon one = CouponSamples.coupon(CouponType.TRIAL);
        return new Coupon(
                one.id(),
                one.type(),
                one.companyId(),
                null,
                null,
                one.hash(),
                null,
                null,
                days,
                one.destination(),
                null,
                null,
                false,
                null,
                null,
                null,
                one.createdAt(),
                0,
                BigDecimal.ZERO);
    }

    private static OrderPrice price(Offer offer, OrderRequest request) {
        return OrderPricing.price(offer, request, Assumptions.NONE, NOW);
    }

    private static void refused(Offer offer, OrderRequest request, ErrorKind kind, String key) {
        assertThatExceptionOfType(MercatoException.class)
                .isThrownBy(() -> OrderRules.place(
                        offer, request, new OrderTimes(Duration.ofDays(3), 24, Duration.ofDays(365)), NOW))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.key()).isEqualTo(key);
                });
    }

    private static OfferPrices prices(
            List<PlanItem> items, @Nullable CloudPrices cloud, IaasBilling billing, @Nullable Coupon coupon) {
        return new OfferPrices(items, cloud, billing, CouponConfiguration.ALLOWED, coupon, 0, null, "a@b.example");
    }

    private static OrderRequest request(
            OrderType type, @Nullable String coupon, Map<String, Integer> items, @Nullable Integer credential) {
        return new OrderRequest(12, type, null, credential, null, null, coupon, items, null);
    }

    private static PlanItem item(int id, BillingItemValueType valueType) {
        return new PlanItem(
                id,
                "Item " + id,
                null,
                "piece",
                BillingItemType.TIERED,
                valueType,
                BillingItemPresence.OPTIONAL,
                true,
                List.of(PriceRange.of(1, 9, "5"), PriceRange.of(10, null, "3")));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
