package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OfferSample.Change;
import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final OrderTimes TERM = new OrderTimes(Duration.ofDays(3), 24, Duration.ofDays(365));

    @Test
    void a_normal_order_waits_for_the_payment_of_its_first_period_and_set_up() {
        Placement placed = place(OfferSample.vm(), OrderType.NORMAL);

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.WAITING_PAYMENT);
        assertThat(only(placed).name()).isEqualTo("Wiki - Small");
        assertThat(only(placed).terms().renewable()).isTrue();
        assertThat(placed.payUntil()).isEqualTo(NOW.plus(TERM.payment()));
        assertThat(placed.deploysNow()).isFalse();
        InvoiceDraft invoice = Objects.requireNonNull(placed.invoice());
        assertThat(invoice.lines()).extracting("type").containsExactly(LineType.PRODUCT, LineType.SETUPFEE);
        assertThat(invoice.total()).isEqualTo(Money.of("18.30", "EUR"));
    }

    @Test
    void a_machine_is_frozen_with_the_order() {
        Placement placed = place(OfferSample.vm(), OrderType.NORMAL);

        MachineSpec machine = Objects.requireNonNull(only(placed).machine());
        assertThat(machine.flavor()).isEqualTo("m1.small");
        assertThat(machine.publicKey()).isEqualTo("ssh-ed25519 AAAA");
        assertThat(machine.applicationPort()).isNull();
        assertThat(machine.dataDiskGigabytes()).isZero();
    }

    @Test
    void an_application_has_a_disk_a_port_and_a_login() {
        Placement placed = place(OfferSample.vm(Change.MANAGED), OrderType.NORMAL);

        MachineSpec machine = Objects.requireNonNull(only(placed).machine());
        assertThat(machine.applicationPort()).isEqualTo(8443);
        assertThat(machine.applicationLogin()).isEqualTo("boss");
        assertThat(machine.dataDiskGigabytes()).isEqualTo(20);
    }

    @Test
    void a_syndicated_product_runs_on_no_machine_and_needs_no_key() {
        Placement placed = place(OfferSample.vm(Change.SYNDICATED, Change.WITHOUT_KEY), OrderType.NORMAL);

        assertThat(only(placed).machine()).isNull();
    }

    @Test
    void a_trial_costs_nothing_begins_at_once_and_is_not_renewed() {
        Placement placed = place(OfferSample.vm(), OrderType.TRIAL);

        assertThat(placed.invoice()).isNull();
        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.FREE);
        assertThat(placed.deploysNow()).isTrue();
        assertThat(placed.payUntil()).isNull();
        assertThat(only(placed).terms().renewable()).isFalse();
        assertThat(only(placed).terms().trialDays()).isEqualTo(14);
        assertThat(only(placed).terms().renewable()).isFalse();
        assertThat(only(placed).terms().price()).isEqualTo(Money.of("10.0000", "EUR"));
    }

    @Test
    void a_free_plan_begins_at_once() {
        Placement placed = place(OfferSample.vm(Change.FREE), OrderType.NORMAL);

        assertThat(placed.invoice()).isNull();
        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.FREE);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(only(placed).terms().renewable()).isTrue();
    }

    @Test
    void a_short_plan_is_not_renewed() {
        Placement placed = place(OfferSample.vm(Change.SHORT), OrderType.NORMAL);

        assertThat(only(placed).terms().renewable()).isFalse();
        assertThat(only(placed).terms().lifespan()).isEqualTo(36);
    }

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "TRIAL"})
    void what_needs_approval_waits_for_it_before_anything_is_due(OrderType type) {
        Placement placed = place(OfferSample.vm(Change.NEEDS_APPROVAL), type);

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.REQUIRES_APPROVAL);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.REQUIRES_APPROVAL);
        assertThat(placed.payUntil()).isNull();
        assertThat(placed.deploysNow()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, UNPUBLISHED, REJECTED, unknown-reference-%field%-%reference%",
        "NORMAL, WITHOUT_PRICE, REJECTED, contact-form-only",
        "TRIAL, WITHOUT_PRICE, REJECTED, contact-form-only",
        "TRIAL, NO_TRIAL, REJECTED, trial-not-allowed",
        "TRIAL, TRIAL_WITHOUT_LENGTH, REJECTED, trial-not-allowed",
        "TRIAL, TRIED_BEFORE, CONFLICT, trial-already-used",
        "NORMAL, ONE_PER_USER_AND_HAS_IT, CONFLICT, already-subscribed",
        "TRIAL, ONE_PER_USER_AND_HAS_IT, CONFLICT, already-subscribed",
        "NORMAL, ONE_PER_COMPANY_AND_COLLEAGUE_HAS_IT, CONFLICT, already-subscribed",
        "NORMAL, WITHOUT_MACHINE, REJECTED, no-cloud-provider",
        "NORMAL, PROVIDER_OFF, REJECTED, no-cloud-provider",
        "NORMAL, WITHOUT_CREDENTIAL, REJECTED, no-cloud-credential",
        "NORMAL, WITHOUT_KEY, REJECTED, public-key-required"
    })
    void is_refused(OrderType type, Change change, ErrorKind kind, String key) {
        assertRefused(OfferSample.vm(change), request(type), kind, key);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, TRIED_BEFORE",
        "NORMAL, NO_TRIAL",
        "NORMAL, HAS_IT",
        "NORMAL, ONE_PER_USER_AND_COLLEAGUE_HAS_IT"
    })
    void is_no_reason_to_refuse(OrderType type, Change change) {
        assertThat(place(OfferSample.vm(change), type).subscriptionStatus())
                .isEqualTo(SubscriptionStatus.WAITING_PAYMENT);
    }

    @Test
    void a_plan_that_does_not_exist_is_an_unknown_reference() {
        assertRefused(null, request(OrderType.NORMAL), ErrorKind.REJECTED, "unknown-reference-%field%-%reference%");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NORMAL", "TRIAL", "SANDBOX"})
    void other_types_are_not_for_customers_to_order(OrderType type) {
        assertRefused(OfferSample.vm(), request(type), ErrorKind.INVALID, "invalid-field-%field%-%problem%");
    }

    @Test
    void what_the_platform_cannot_do_is_refused_and_not_ignored() {
        String unknown = "unknown-reference-%field%-%reference%";
        assertRefused(OfferSample.vm(), request(null, "SUMMER", Map.of(), null), ErrorKind.REJECTED, "coupon-unknown");
        assertRefused(
                OfferSample.vm(), request(null, null, Map.of("billingItem/1", 2), null), ErrorKind.REJECTED, unknown);
        assertRefused(
                OfferSample.vm(),
                request(null, null, Map.of(), NOW),
                ErrorKind.INVALID,
                "invalid-field-%field%-%problem%");
        assertRefused(OfferSample.vm(), request(8, null, Map.of(), null), ErrorKind.REJECTED, unknown);
    }

    @Test
    void to_name_oneself_as_the_buyer_and_no_coupon_is_fine() {
        Placement placed = OrderRules.place(OfferSample.vm(), request(7, " ", Map.of(), null), TERM, NOW);

        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.WAITING_PAYMENT);
    }

    private static Placement place(Offer offer, OrderType type) {
        return OrderRules.place(offer, request(type), TERM, NOW);
    }

    private static OrderRequest request(OrderType type) {
        return new OrderRequest(12, type, null, null, null, null, null, Map.of(), null);
    }

    private static OrderRequest request(
            @Nullable Integer buyer,
            @Nullable String coupon,
            Map<String, Integer> billingItems,
            @Nullable Instant start) {
        return new OrderRequest(12, OrderType.NORMAL, null, null, buyer, null, coupon, billingItems, start);
    }

    private static void assertRefused(@Nullable Offer offer, OrderRequest request, ErrorKind kind, String key) {
        assertThatThrownBy(() -> OrderRules.place(offer, request, TERM, NOW))
                .isInstanceOfSatisfying(MercatoException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.key()).isEqualTo(key);
                });
    }

    private static NewSubscription only(Placement placed) {
        assertThat(placed.subscriptions()).hasSize(1);
        return placed.subscriptions().get(0);
    }
}
