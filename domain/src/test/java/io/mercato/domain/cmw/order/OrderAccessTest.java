package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buyer 7 of company 70, vendor company 50, reseller company 60 below distributor company 61. */
class OrderAccessTest {
    private static final OrderTimes TIMES = new OrderTimes(Duration.ofDays(3), 24, Duration.ofDays(365));
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Principal BUYER = person(Role.USER, 7, null);
    private static final Principal COLLEAGUE = person(Role.USER, 8, 70);
    private static final Principal STRANGER = person(Role.USER, 9, 71);
    private static final Principal VENDOR = person(Role.VENDOR, 20, 50);
    private static final Principal RIVAL = person(Role.VENDOR, 21, 51);
    private static final Principal RESELLER = person(Role.RESELLER, 22, 60);
    private static final Principal DISTRIBUTOR = person(Role.DISTRIBUTOR, 23, 61);
    private static final Principal OTHER_RESELLER = person(Role.RESELLER, 24, 62);
    private static final Principal SUPERVISOR = person(Role.SUPERVISOR, 30, null);
    private static final Principal ADMIN = person(Role.ADMIN, 31, null);
    private static final Principal SUPERADMIN = person(Role.SUPERADMIN, 32, null);
    private static final List<Principal> EVERYBODY = List.of(
            BUYER,
            COLLEAGUE,
            STRANGER,
            VENDOR,
            RIVAL,
            RESELLER,
            DISTRIBUTOR,
            OTHER_RESELLER,
            SUPERVISOR,
            ADMIN,
            SUPERADMIN,
            Principal.ANONYMOUS);
    private static final Set<Principal> DECIDERS = Set.of(VENDOR, RESELLER, DISTRIBUTOR, ADMIN, SUPERADMIN);
    private static final Set<Principal> CUSTOMERS = Set.of(BUYER, COLLEAGUE, RESELLER, DISTRIBUTOR, ADMIN, SUPERADMIN);

    @ParameterizedTest
    @EnumSource
    void what_may_be_done_with_an_order_depends_on_its_status_its_subscription_and_the_caller(OrderStatus status) {
        for (SubscriptionStatus subscription : SubscriptionStatus.values()) {
            for (boolean opens : List.of(true, false)) {
                Order order = order(status, subscription, opens, null);
                for (Principal who : EVERYBODY) {
                    assertThat(OrderAccess.available(who, order))
                            .as("%s %s %s %s", who.role(), status, subscription, opens)
                            .isEqualTo(expected(who, order));
                }
            }
        }
    }

    private static Set<OrderOperation> expected(Principal who, Order order) {
        Set<OrderOperation> expected = EnumSet.noneOf(OrderOperation.class);
        if (order.status() == OrderStatus.REQUIRES_APPROVAL && DECIDERS.contains(who)) {
            expected.addAll(Set.of(OrderOperation.APPROVE, OrderOperation.REJECT));
        }
        boolean notBegun = Set.of("REQUIRES_APPROVAL", "POSTPONED", "WAITING_PAYMENT", "PAYMENT_EXPIRED")
                .contains(order.subscriptions().get(0).status().name());
        if (CUSTOMERS.contains(who) && (order.status() == OrderStatus.DEFERRED || order.opens() && notBegun)) {
            expected.add(OrderOperation.DELETE);
        }
        return expected;
    }

    @Test
    void for_whom_it_is_never_it_is_forbidden_and_for_others_a_conflict() {
        Order paid = order(OrderStatus.PAID, SubscriptionStatus.DEPLOYED, true, null);

        for (Principal who : EVERYBODY) {
            for (OrderOperation operation : OrderOperation.values()) {
                Set<Principal> ever = operation == OrderOperation.DELETE ? CUSTOMERS : DECIDERS;
                assertFails(
                        () -> OrderAccess.require(who, paid, operation),
                        ever.contains(who) ? ErrorKind.CONFLICT : ErrorKind.FORBIDDEN);
            }
        }
    }

    @Test
    void what_is_available_passes() {
        Order waiting = order(OrderStatus.REQUIRES_APPROVAL, SubscriptionStatus.REQUIRES_APPROVAL, true, null);

        OrderAccess.require(VENDOR, waiting, OrderOperation.APPROVE);
        OrderAccess.require(RESELLER, waiting, OrderOperation.REJECT);
        OrderAccess.require(BUYER, waiting, OrderOperation.DELETE);
        assertThat(OrderAccess.available(BUYER, waiting)).containsOnly(OrderOperation.DELETE);
    }

    @Test
    void a_change_that_is_not_paid_yet_is_taken_back() {
        Order change =
                order(OrderStatus.PAID, List.of(new Order.Ordered(42, SubscriptionStatus.DEPLOYED)), false, null, true);

        for (Principal who : EVERYBODY) {
            assertThat(OrderAccess.available(who, change).contains(OrderOperation.DELETE))
                    .isEqualTo(CUSTOMERS.contains(who));
        }
    }

    @Test
    void a_customer_orders_for_himself_alone() {
        assertThat(OrderAccess.buyer(BUYER, null, null, "buyer")).isEqualTo(7);
        assertThat(OrderAccess.buyer(BUYER, 7, customer(7, Role.USER, true), "buyer"))
                .isEqualTo(7);
        assertFails(() -> OrderAccess.buyer(BUYER, 8, customer(8, Role.USER, true), "buyer"), ErrorKind.REJECTED);
    }

    @Test
    void a_reseller_orders_for_his_customers_and_nobody_else_does_for_anybody() {
        Customer customer = customer(7, Role.USER, true);

        assertThat(OrderAccess.buyer(RESELLER, 7, customer, "buyer")).isEqualTo(7);
        assertFails(() -> OrderAccess.buyer(RESELLER, null, null, "buyer"), ErrorKind.INVALID);
        assertFails(() -> OrderAccess.buyer(RESELLER, 99, null, "buyer"), ErrorKind.REJECTED);
        assertFails(() -> OrderAccess.buyer(RESELLER, 7, customer(7, Role.USER, false), "buyer"), ErrorKind.REJECTED);
        assertFails(() -> OrderAccess.buyer(RESELLER, 7, customer(7, Role.ADMIN, true), "buyer"), ErrorKind.REJECTED);
        assertFails(() -> OrderAccess.buyer(OTHER_RESELLER, 7, customer, "buyer"), ErrorKind.REJECTED);
        for (Principal who : List.of(
                DISTRIBUTOR, VENDOR, person(Role.VENDOR, 40, 60), SUPERVISOR, ADMIN, SUPERADMIN, Principal.ANONYMOUS)) {
            assertFails(() -> OrderAccess.buyer(who, 7, customer, "buyer"), ErrorKind.FORBIDDEN);
            assertFails(() -> OrderAccess.buyer(who, null, null, "buyer"), ErrorKind.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_date_of_an_order_that_waits_for_it_can_be_moved(OrderStatus status) {
        Order order = order(status, SubscriptionStatus.POSTPONED, true, NOW.plusSeconds(60));
        boolean waits = status == OrderStatus.POSTPONED || status == OrderStatus.REQUIRES_APPROVAL;
        Instant later = NOW.plusSeconds(1);

        for (Principal who : EVERYBODY) {
            if (!CUSTOMERS.contains(who)) {
                assertFails(() -> OrderAccess.requireNewStart(who, order, later, TIMES, NOW), ErrorKind.FORBIDDEN);
            } else if (waits) {
                OrderAccess.requireNewStart(who, order, later, TIMES, NOW);
                assertFails(() -> OrderAccess.requireNewStart(who, order, NOW, TIMES, NOW), ErrorKind.INVALID);
                assertFails(() -> OrderAccess.requireNewStart(who, order, null, TIMES, NOW), ErrorKind.INVALID);
            } else {
                assertFails(() -> OrderAccess.requireNewStart(who, order, later, TIMES, NOW), ErrorKind.CONFLICT);
            }
        }
    }

    @Test
    void a_bundle_is_taken_back_as_long_as_nothing_in_it_has_been_delivered() {
        Principal customer = CUSTOMERS.iterator().next();
        Order open = order(OrderStatus.PAID, SubscriptionStatus.WAITING_PAYMENT, SubscriptionStatus.PAYMENT_EXPIRED);
        Order begun = order(OrderStatus.PAID, SubscriptionStatus.PAYMENT_EXPIRED, SubscriptionStatus.PENDING);

        assertThat(OrderAccess.available(customer, open)).containsExactly(OrderOperation.DELETE);
        assertThat(OrderAccess.available(customer, begun)).isEmpty();
    }

    @Test
    void no_vendor_decides_on_a_bundle_of_several() {
        Parties several = new Parties(7, 70, null, 60, 61);

        assertThat(EVERYBODY).filteredOn(who -> who.role() == Role.VENDOR).noneMatch(several::mayDecide);
        assertThat(EVERYBODY).filteredOn(who -> who.role() == Role.VENDOR).noneMatch(several::maySee);
        assertThat(EVERYBODY).filteredOn(who -> who.role() == Role.ADMIN).allMatch(several::mayDecide);
    }

    private static Order order(OrderStatus status, SubscriptionStatus one, SubscriptionStatus other) {
        return order(status, List.of(new Order.Ordered(42, one), new Order.Ordered(43, other)), true, null);
    }

    private static Order order(
            OrderStatus status, SubscriptionStatus subscription, boolean opens, @Nullable Instant start) {
        return order(status, List.of(new Order.Ordered(42, subscription)), opens, start);
    }

    private static Order order(
            OrderStatus status, List<Order.Ordered> subscriptions, boolean opens, @Nullable Instant start) {
        return order(status, subscriptions, opens, start, false);
    }

    private static Order order(
            OrderStatus status,
            List<Order.Ordered> subscriptions,
            boolean opens,
            @Nullable Instant start,
            boolean unpaidChange) {
        BigDecimal ten = BigDecimal.TEN;
        return new Order(
                1,
                OrderType.NORMAL,
                status,
                7,
                7,
                70,
                50,
                12,
                "Wiki",
                "Small",
                42,
                null,
                null,
                "EUR",
                ten,
                ten,
                ten,
                null,
                null,
                NOW,
                subscriptions,
                60,
                61,
                start,
                null,
                opens,
                List.of(),
                unpaidChange);
    }

    private static Customer customer(int id, Role role, boolean enabled) {
        return new Customer(id, "u" + id, role, enabled, 60, 61);
    }

    private static Principal person(Role role, int user, @Nullable Integer company) {
        return new Principal(user, "u" + user, "u@mercato.example", "U", "en", role, company, null);
    }

    private static void assertFails(ThrowingCallable call, ErrorKind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        failure -> assertThat(failure.kind())
                                .as("%s", Map.of("error", String.valueOf(failure.getMessage())))
                                .isEqualTo(kind));
    }
}
