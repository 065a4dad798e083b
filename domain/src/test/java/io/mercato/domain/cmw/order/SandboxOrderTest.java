package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.order.OfferSample.Change;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Plan 12 of vendor company 50; the vendor is user 7. */
class SandboxOrderTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final OrderTimes TIMES = new OrderTimes(Duration.ofDays(3), 36, Duration.ofDays(365));
    private static final String UNKNOWN = "unknown-reference-%field%-%reference%";

    /** Whatever a customer would have to wait for, to pay, or would be refused for. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "UNPUBLISHED",
                "MANAGED",
                "FREE",
                "SHORT",
                "NEEDS_APPROVAL",
                "WITHOUT_PRICE",
                "NO_TRIAL",
                "TRIED_BEFORE",
                "HAS_IT",
                "ONE_PER_USER_AND_HAS_IT",
                "ONE_PER_COMPANY_AND_COLLEAGUE_HAS_IT"
            })
    void a_sandbox_begins_at_once_costs_nothing_and_ends_by_itself(Change change) {
        Placement placed = place(OfferSample.vm(change));

        assertThat(placed.orderStatus()).isEqualTo(OrderStatus.FREE);
        assertThat(placed.subscriptionStatus()).isEqualTo(SubscriptionStatus.PENDING);
        assertThat(placed.deploysNow()).isTrue();
        assertThat(placed.invoice()).isNull();
        assertThat(placed.payUntil()).isNull();
        NewSubscription begun = placed.subscriptions().get(0);
        assertThat(begun.name()).isEqualTo("Wiki - Small (sandbox)");
        Terms terms = begun.terms();
        assertThat(terms.price().isZero()).isTrue();
        assertThat(terms.isTrial()).isFalse();
        assertThat(terms.renewable()).isFalse();
        assertThat(terms.endOfPeriod(NOW)).isEqualTo(NOW.plus(Duration.ofHours(36)));
        assertThat(begun.machine()).isNotNull();
    }

    @Test
    void nothing_of_it_is_owed_later() {
        OrderPrice price = place(OfferSample.vm()).price();

        assertThat(price.quote().first()).isEmpty();
        assertThat(price.quote().period()).isEmpty();
        assertThat(price.quote().atEnd()).isEmpty();
        assertThat(price.cloud()).isEmpty();
        assertThat(price.granted()).isEqualTo(Money.zero("EUR").owed());
    }

    @ParameterizedTest
    @CsvSource({
        "REMOVED, REJECTED, unknown-reference-%field%-%reference%",
        "WITHOUT_MACHINE, REJECTED, no-cloud-provider",
        "PROVIDER_OFF, REJECTED, no-cloud-provider",
        "WITHOUT_CREDENTIAL, REJECTED, no-cloud-credential",
        "WITHOUT_KEY, REJECTED, public-key-required"
    })
    void is_refused(Change change, ErrorKind kind, String key) {
        assertFails(() -> place(OfferSample.vm(change)), kind, key);
    }

    @Test
    void a_coupon_and_a_date_are_refused() {
        assertFails(() -> place(request("SUMMER", null, null)), ErrorKind.REJECTED, "coupon-not-for-sandboxes");
        assertFails(
                () -> place(request(null, NOW.plusSeconds(60), null)),
                ErrorKind.INVALID,
                "invalid-field-%field%-%problem%");
        assertThat(place(request(" ", null, null)).invoice()).isNull();
    }

    @Test
    void what_customers_may_not_see_is_not_there_for_them() {
        for (OrderType type : OrderType.values()) {
            assertThat(OfferSample.vm().isThereFor(type)).isTrue();
            assertThat(OfferSample.vm(Change.UNPUBLISHED).isThereFor(type)).isEqualTo(type == OrderType.SANDBOX);
            assertThat(OfferSample.vm(Change.REMOVED).isThereFor(type)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_may_order_a_sandbox(Role role) {
        Principal own = person(role, 50);
        Principal other = person(role, 51);
        boolean administrator = role == Role.ADMIN || role == Role.SUPERADMIN;
        for (boolean published : new boolean[] {true, false}) {
            OrderedPlan plan = new OrderedPlan(12, 50, published);
            if (administrator || role == Role.VENDOR) {
                assertThat(OrderAccess.sandboxBuyer(own, request(null), plan)).isEqualTo(7);
                assertFails(() -> OrderAccess.sandboxBuyer(own, request(null), null), ErrorKind.REJECTED, UNKNOWN);
            } else {
                assertFails(() -> OrderAccess.sandboxBuyer(own, request(null), plan), ErrorKind.FORBIDDEN, "forbidden");
                assertFails(() -> OrderAccess.sandboxBuyer(own, request(null), null), ErrorKind.FORBIDDEN, "forbidden");
            }
            if (administrator) {
                assertThat(OrderAccess.sandboxBuyer(other, request(null), plan)).isEqualTo(7);
            } else if (role == Role.VENDOR && !published) {
                assertFails(() -> OrderAccess.sandboxBuyer(other, request(null), plan), ErrorKind.REJECTED, UNKNOWN);
            } else {
                assertFails(
                        () -> OrderAccess.sandboxBuyer(other, request(null), plan), ErrorKind.FORBIDDEN, "forbidden");
            }
        }
    }

    @Test
    void nobody_orders_a_sandbox_for_somebody_else() {
        OrderedPlan plan = new OrderedPlan(12, 50, false);
        Principal vendor = person(Role.VENDOR, 50);

        assertThat(OrderAccess.sandboxBuyer(vendor, request(7), plan)).isEqualTo(7);
        assertFails(() -> OrderAccess.sandboxBuyer(vendor, request(8), plan), ErrorKind.REJECTED, UNKNOWN);
        assertFails(
                () -> OrderAccess.sandboxBuyer(person(Role.ADMIN, null), request(8), plan),
                ErrorKind.REJECTED,
                UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void a_vendor_is_the_customer_of_what_he_tries_out_himself(Role role) {
        Parties sandbox = new Parties(7, 50, 50, null, null);
        Parties sold = new Parties(7, 70, 50, null, null);
        Parties ofAnAdministrator = new Parties(7, null, 50, null, null);
        Principal buyer = person(role, 50);
        Principal colleague = new Principal(9, "u9", "u@mercato.example", "U", "en", role, 50, null);
        boolean vendor = role == Role.VENDOR;
        boolean administrator = role == Role.ADMIN || role == Role.SUPERADMIN;

        assertThat(sandbox.isBuyer(colleague)).isEqualTo(vendor || role == Role.USER);
        assertThat(sandbox.actsAsCustomer(buyer)).isEqualTo(vendor || administrator || role == Role.USER);
        assertThat(sold.isBuyer(colleague)).isFalse();
        assertThat(ofAnAdministrator.isBuyer(buyer)).isEqualTo(administrator || role == Role.USER);
        assertThat(ofAnAdministrator.isBuyer(colleague)).isFalse();
    }

    private static Placement place(Offer offer) {
        return OrderRules.place(offer, request(null), TIMES, NOW);
    }

    private static Placement place(OrderRequest request) {
        return OrderRules.place(OfferSample.vm(), request, TIMES, NOW);
    }

    private static OrderRequest request(@Nullable Integer buyer) {
        return request(null, null, buyer);
    }

    private static OrderRequest request(@Nullable String coupon, @Nullable Instant start, @Nullable Integer buyer) {
        return new OrderRequest(12, OrderType.SANDBOX, null, null, buyer, null, coupon, Map.of(), start);
    }

    private static Principal person(Role role, @Nullable Integer company) {
        return new Principal(7, "u7", "u@mercato.example", "U", "en", role, company, null);
    }

    private static void assertFails(ThrowingCallable call, ErrorKind kind, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.key()).isEqualTo(key);
        });
    }
}
