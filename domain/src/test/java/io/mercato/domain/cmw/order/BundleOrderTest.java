package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponRefusal;
import io.mercato.domain.cmw.coupon.CouponSamples;
import io.mercato.domain.cmw.coupon.CouponType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.order.OfferSample.Change;
import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bundle is ordered as a whole: all that is in it, or nothing. */
class BundleOrderTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final OrderTimes TERM = new OrderTimes(Duration.ofDays(3), 24, Duration.ofDays(365));
    private static final PlanItem USERS = item(1, BillingItemPresence.OPTIONAL);
    private static final PlanItem MAILBOXES = item(2, BillingItemPresence.OPTIONAL);

    /** A machine and an application of another kind, of 10 each, with 5 for the set-up. */
    private static Offer office(Change... ofTheSecond) {
        return bundle(null, part(OfferSample.vm(), "10"), part(syndicated(ofTheSecond), "50", 7));
    }

    private static Offer syndicated(Change... changes) {
        return OfferSample.vm(
                Stream.concat(Stream.of(changes), Stream.of(Change.SYNDICATED)).toArray(Change[]::new));
    }

    private static BundledOffer part(Offer offer, String discount, Integer... parameters) {
        return new BundledOffer(offer, new BigDecimal(discount), Set.of(parameters));
    }

    private static Offer bundle(@Nullable Coupon coupon, BundledOffer... parts) {
        return bundle(coupon, false, SubscriptionsPerProduct.UNLIMITED, 0, parts);
    }

    private static Offer bundle(
            @Nullable Coupon coupon,
            boolean needsApproval,
            SubscriptionsPerProduct limit,
            int had,
            BundledOffer... parts) {
        Offer.Buyer buyer = new Offer.Buyer(7, 70, "ssh-ed25519 AAAA", 0, had, had);
        return new Offer(
                        99,
                        "All",
                        98,
                        "Office",
                        ProductType.BUNDLE,
                        50,
                        true,
                        false,
                        eur("14.0000"),
                        eur("10.0000"),
                        new BigDecimal("22.00"),
                        1,
                        null,
                        true,
                        false,
                        Trial.NOT_ALLOWED,
                        null,
                        needsApproval,
                        limit,
                        1,
                        null,
                        buyer,
                        new OfferPrices(
                                List.of(),
                                null,
                                IaasBilling.PRE_PAID,
                                CouponConfiguration.ALLOWED,
                                coupon,
                                0,
                                null,
                                "a@b.example"),
                        List.of())
                .holding(List.of(parts), buyer);
    }

    private static PlanItem item(int id, BillingItemPresence presence) {
        return new PlanItem(
                id,
                "Item " + id,
                null,
                "piece",
                BillingItemType.TIERED,
                BillingItemValueType.PRE_PAID,
                presence,
                true,
                List.of(PriceRange.of(1, null, "2")));
    }

    private static Offer with(PlanItem... items) {
        return OfferSample.vm(
                new OfferPrices(
                        List.of(items), null, IaasBilling.PRE_PAID, CouponConfiguration.ALLOWED, null, 0, null, null),
                Change.SYNDICATED);
    }

    private static OrderRequest request() {
        return request(OrderType.NORMAL, null, Map.of(), null, Map.of());
    }

    private static OrderRequest request(
            OrderType type,
            @Nullable String coupon,
            Map<String, Integer> items,
            @Nullable Instant start,
            Map<Integer, String> parameters) {
        return new OrderRequest(99, type, null, null, null, "mine", coupon, items, start, null, parameters);
    }

    private static Placement place(Offer offer) {
        return OrderRules.place(offer, request(), TERM, NOW);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static void refused(Offer offer, OrderRequest request, ErrorKind kind, String key, String... words) {
        assertThatExceptionOfType(MercatoException.class)
                .isThrownBy(() -> OrderRules.place(offer, request, TERM, NOW))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.key()).isEqualTo(key);
                    assertThat(List.of(words)).allMatch(failure.holders().get(0).error()::contains);
                });
    }

    /** The first one names the plan that stands in the way. */
    private static void partRefused(Change change, ErrorKind kind, String key) {
        refused(
                bundle(null, part(OfferSample.vm(), "10"), part(OfferSample.vm(change), "50")),
                request(),
                kind,
                key,
                "productVersion/12 (Wiki - Small): ");
    }

    @Test
    void one_order_begins_a_subscription_of_each_plan_at_its_discounted_price() {
        Placement placed = place(office());

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.WAITING_PAYMENT);
        assertThat(placed.payUntil()).isEqualTo(NOW.plus(TERM.payment()));
        assertThat(placed.subscriptions())
                .extracting(NewSubscription::name)
                .containsExactly("Wiki - Small", "Wiki - Small");
        assertThat(placed.subscriptions())
                .extracting(one -> one.terms().price())
                .containsExactly(eur("9.0000"), eur("5.0000"));
        assertThat(placed.subscriptions())
                .extracting(NewSubscription::bundleDiscount)
                .containsExactly(new BigDecimal("10"), new BigDecimal("50"));
        assertThat(placed.subscriptions()).allMatch(one -> one.terms().renewable());
        assertThat(placed.subscriptions().get(0).machine()).isNotNull();
        assertThat(placed.subscriptions().get(1).machine()).isNull();
        assertThat(placed.providerId()).isEqualTo(3);
        assertThat(placed.subscriptions())
                .extracting(one -> one.request().planId())
                .containsExactly(12, 12);
        assertThat(placed.subscriptions())
                .extracting(one -> one.request().externalReference())
                .containsOnlyNulls();
    }

    @Test
    void the_first_invoice_has_lines_of_all_and_set_up_is_not_discounted() {
        InvoiceDraft invoice = Objects.requireNonNull(place(office()).invoice());

        assertThat(invoice.lines())
                .extracting(InvoiceLine::description)
                .containsExactly("Wiki - Small", "Wiki - Small: set-up", "Wiki - Small", "Wiki - Small: set-up");
        assertThat(invoice.lines())
                .extracting(line -> line.net().amount().toPlainString())
                .containsExactly("9.00", "5.00", "5.00", "5.00");
        assertThat(invoice.total()).isEqualTo(eur("29.28"));
    }

    @Test
    void it_is_estimated_as_it_is_ordered_and_each_further_period_keeps_the_discounts() {
        OrderPrice estimate = OrderPricing.price(office(), request(), Assumptions.NONE, NOW);

        assertThat(place(office()).price()).isEqualTo(estimate);
        assertThat(estimate.quote().periodInvoice().net()).isEqualTo(eur("14.00"));
        assertThat(estimate.parts()).hasSize(2);
    }

    @Test
    void an_estimate_is_of_the_whole() {
        Budget.Facts facts = new Budget.Facts(null, null, null, null, null, null, null);
        BudgetRequest request = new BudgetRequest(request(), null, PropertyFilter.INCLUDED, PayPerUseCosts.PROJECTED);

        Budget budget = Budget.of(office(), facts, request, NOW);

        assertThat(budget.quote().firstInvoice().total()).isEqualTo(eur("29.28"));
    }

    @Test
    void what_costs_nothing_as_a_whole_is_built_at_once() {
        Placement free =
                place(bundle(null, part(OfferSample.vm(Change.FREE), "0"), part(syndicated(Change.FREE), "0")));
        Placement half = place(bundle(null, part(OfferSample.vm(Change.FREE), "0"), part(syndicated(), "0")));

        assertThat(free.orderStatus()).isEqualTo(OrderStatus.FREE);
        assertThat(free.deploysNow()).isTrue();
        assertThat(free.invoice()).isNull();
        assertThat(half.deploysNow()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_order_waits_when_anything_in_it_needs_approval(SubscriptionsPerProduct limit) {
        assertThat(place(office(Change.NEEDS_APPROVAL)).orderStatus()).isEqualTo(OrderStatus.REQUIRES_APPROVAL);
        Offer itself = bundle(null, true, limit, 0, part(OfferSample.vm(), "10"), part(syndicated(), "0"));
        assertThat(place(itself).subscriptionStatus()).isEqualTo(SubscriptionStatus.REQUIRES_APPROVAL);
        assertThat(place(itself).payUntil()).isNull();
    }

    @Test
    void a_bundle_for_a_later_date_waits_for_it_as_a_whole() {
        Placement placed = OrderRules.place(
                office(), request(OrderType.NORMAL, null, Map.of(), NOW.plusSeconds(60), Map.of()), TERM, NOW);

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.POSTPONED);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.POSTPONED);
        assertThat(placed.payUntil()).isNull();
        assertThat(placed.subscriptions()).hasSize(2);
    }

    @Test
    void it_is_not_tried() {
        refused(
                office(),
                request(OrderType.TRIAL, null, Map.of(), null, Map.of()),
                ErrorKind.REJECTED,
                "trial-not-allowed");
        Coupon trial = CouponSamples.coupon(CouponType.TRIAL);
        refused(
                bundle(trial, part(OfferSample.vm(), "0"), part(syndicated(), "0")),
                request(OrderType.TRIAL, "h", Map.of(), null, Map.of()),
                ErrorKind.REJECTED,
                "trial-not-allowed");
    }

    @Test
    void a_bundle_with_nothing_in_it_is_not_ordered() {
        refused(bundle(null), request(), ErrorKind.REJECTED, "bundle-empty");
    }

    @Test
    void one_plan_that_cannot_be_ordered_refuses_the_whole_and_is_named() {
        partRefused(Change.UNPUBLISHED, ErrorKind.REJECTED, "plan-not-offered");
        partRefused(Change.WITHOUT_PRICE, ErrorKind.REJECTED, "contact-form-only");
        partRefused(Change.ONE_PER_USER_AND_HAS_IT, ErrorKind.CONFLICT, "already-subscribed");
        partRefused(Change.ONE_PER_COMPANY_AND_COLLEAGUE_HAS_IT, ErrorKind.CONFLICT, "already-subscribed");
        partRefused(Change.WITHOUT_MACHINE, ErrorKind.REJECTED, "no-cloud-provider");
        partRefused(Change.PROVIDER_OFF, ErrorKind.REJECTED, "no-cloud-provider");
        partRefused(Change.WITHOUT_CREDENTIAL, ErrorKind.REJECTED, "no-cloud-credential");
        partRefused(Change.WITHOUT_KEY, ErrorKind.REJECTED, "public-key-required");
    }

    @Test
    void the_bundle_has_a_limit_of_its_own() {
        BundledOffer[] parts = {part(OfferSample.vm(), "0"), part(syndicated(), "0")};

        refused(
                bundle(null, false, SubscriptionsPerProduct.ONE_PER_USER, 1, parts),
                request(),
                ErrorKind.CONFLICT,
                "already-subscribed");
        assertThat(place(bundle(null, false, SubscriptionsPerProduct.ONE_PER_USER, 0, parts))
                        .subscriptions())
                .hasSize(2);
    }

    @Test
    void an_extra_resource_is_ordered_with_each_plan_that_offers_it() {
        Offer offer = bundle(null, part(with(USERS), "0"), part(with(USERS, MAILBOXES), "0"));
        OrderRequest request =
                request(OrderType.NORMAL, null, Map.of("billingItem/1", 3, "billingItem/2", 4), null, Map.of());

        Placement placed = OrderRules.place(offer, request, TERM, NOW);

        assertThat(placed.subscriptions())
                .extracting(one -> one.price().items().size())
                .containsExactly(1, 2);
        assertThat(placed.price().items()).hasSize(3);
        assertThat(offer.items()).hasSize(3);
        assertThat(Objects.requireNonNull(placed.invoice()).net()).isEqualTo(eur("50.00"));
        refused(
                offer,
                request(OrderType.NORMAL, null, Map.of("billingItem/3", 1), null, Map.of()),
                ErrorKind.REJECTED,
                "unknown-reference-%field%-%reference%",
                "billingItem/3");
        refused(
                bundle(null, part(with(USERS), "0"), part(with(item(2, BillingItemPresence.REQUIRED)), "0")),
                request(),
                ErrorKind.REJECTED,
                "billing-item-required-%item%",
                "productVersion/12");
    }

    @Test
    void each_plan_gets_the_values_that_it_asks_for() {
        Offer offer = bundle(null, part(syndicated(), "0", 5, 6), part(syndicated(), "0", 6));
        OrderRequest request = request(OrderType.NORMAL, null, Map.of(), null, Map.of(5, "a", 6, "b"));

        assertThat(OrderRules.place(offer, request, TERM, NOW).subscriptions())
                .extracting(one -> one.request().configurationParameters())
                .containsExactly(Map.of(5, "a", 6, "b"), Map.of(6, "b"));
        OrderRequest unknown = request(OrderType.NORMAL, null, Map.of(), null, Map.of(8, "a"));
        refused(
                offer,
                unknown,
                ErrorKind.REJECTED,
                "unknown-reference-%field%-%reference%",
                "configurationParameter/8");
        assertThat(OrderPricing.price(offer, unknown, Assumptions.NONE, NOW).refusal())
                .isNull();
    }

    @Test
    void the_vendor_of_the_bundle_is_not_told_what_its_plans_are_told() {
        OrderRequest request = request(OrderType.NORMAL, "h", Map.of("billingItem/1", 1), NOW, Map.of(5, "secret"));

        OrderRequest own = BundledOffer.withoutParts(request);

        assertThat(own.planId()).isEqualTo(99);
        assertThat(own.configurationParameters()).isEmpty();
        assertThat(own.billingItems()).isEmpty();
        assertThat(own.couponHash()).isEqualTo("h");
    }

    @Test
    void where_it_runs_is_about_what_runs_on_a_machine() {
        OrderRequest request =
                new OrderRequest(99, OrderType.NORMAL, 3, 4, null, null, null, Map.of(), null, 5, Map.of());

        OrderRequest machine = BundledOffer.request(request, 12, ProductType.MANAGED);
        OrderRequest service = BundledOffer.request(request, 12, ProductType.SYNDICATED);

        assertThat(List.of(
                        Objects.requireNonNull(machine.providerId()),
                        Objects.requireNonNull(machine.credentialId()),
                        Objects.requireNonNull(machine.bandwidthPricingId())))
                .containsExactly(3, 4, 5);
        assertThat(service.providerId()).isNull();
        assertThat(service.credentialId()).isNull();
        assertThat(service.bandwidthPricingId()).isNull();
        refused(
                bundle(null, part(syndicated(), "0"), part(syndicated(), "0")),
                request,
                ErrorKind.REJECTED,
                "unknown-reference-%field%-%reference%",
                "bandwidthPricing/5");
    }

    @Test
    void a_coupon_takes_percents_off_the_whole_first_invoice() {
        BundledOffer[] parts = {part(OfferSample.vm(), "10"), part(syndicated(), "50")};
        Offer offer = bundle(CouponSamples.coupon(CouponType.DISCOUNT), parts);

        OrderPrice price = OrderPricing.price(
                offer, request(OrderType.NORMAL, "h", Map.of(), null, Map.of()), Assumptions.NONE, NOW);

        // ten percent of the two licences, 9 and 5
        assertThat(price.granted()).isEqualTo(eur("1.40"));
        assertThat(price.quote().firstInvoice().net()).isEqualTo(eur("22.60"));
        assertThat(price.quote().periodInvoice().net()).isEqualTo(eur("14.00"));
        assertThat(price.parts()).allMatch(part -> part.coupon() == null);
    }

    @Test
    void a_coupon_that_sets_a_price_is_not_for_bundles() {
        Offer offer = bundle(
                CouponSamples.coupon(CouponType.FIXED_PRICE), part(OfferSample.vm(), "10"), part(syndicated(), "50"));
        OrderRequest request = request(OrderType.NORMAL, "h", Map.of(), null, Map.of());

        assertThat(OrderPricing.price(offer, request, Assumptions.NONE, NOW).refusal())
                .isEqualTo(CouponRefusal.NOT_FOR_BUNDLES);
        refused(offer, request, ErrorKind.REJECTED, "coupon-not-for-bundles");
    }

    @Test
    void what_runs_on_no_machine_has_no_provider() {
        assertThat(place(bundle(null, part(syndicated(), "0"), part(syndicated(), "0")))
                        .providerId())
                .isNull();
    }

    @Test
    void a_failure_of_the_whole_names_no_plan() {
        MercatoException failure = new MercatoException(ErrorKind.REJECTED, "no", "No");

        assertThat(BundledOffer.naming(failure, 99, request())).isSameAs(failure);
        assertThat(BundledOffer.naming(failure, 12, request()).holders().get(0).error())
                .isEqualTo("productVersion/12: No");
    }
}
