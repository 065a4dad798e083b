package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.SubscriptionSamples.NOW;
import static io.mercato.domain.cmw.subscription.SubscriptionSamples.person;
import static io.mercato.domain.cmw.subscription.SubscriptionStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription.InBundle;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every action in every state for every role, against rules that are written here for themselves. */
class AvailableOperationsTest {
    private static final Set<SubscriptionStatus> OVER = EnumSet.of(UNDEPLOYED, REJECTED);
    private static final Set<SubscriptionStatus> USED = EnumSet.of(DEPLOYED, STOPPED);
    private static final Set<SubscriptionStatus> KILLABLE = EnumSet.of(
            REQUIRES_APPROVAL, POSTPONED, WAITING_PAYMENT, PAYMENT_EXPIRED, PENDING, FAILED, DEPLOYED, STOPPED);

    private static final List<Principal> CUSTOMERS = List.of(
            person(Role.USER, 7, null),
            person(Role.USER, 8, 70),
            person(Role.RESELLER, 22, 60),
            person(Role.DISTRIBUTOR, 23, 61));
    private static final List<Principal> ADMINISTRATORS =
            List.of(person(Role.ADMIN, 31, null), person(Role.SUPERADMIN, 32, null));
    private static final List<Principal> OTHERS = List.of(
            person(Role.USER, 9, 71),
            person(Role.VENDOR, 20, 50),
            person(Role.VENDOR, 21, 51),
            person(Role.RESELLER, 24, 62),
            person(Role.DISTRIBUTOR, 25, 60_000),
            person(Role.SUPERVISOR, 30, null),
            Principal.ANONYMOUS);

    /** What else there is about a subscription. */
    private record Case(
            boolean machine, boolean trial, boolean renews, boolean paid, boolean pending, boolean choices) {}

    @ParameterizedTest
    @EnumSource
    void exactly_what_a_caller_may_do_now_is_named(SubscriptionAction action) {
        for (SubscriptionStatus status : SubscriptionStatus.values()) {
            for (int bits = 0; bits < 64; bits++) {
                Case one = new Case(bit(bits, 0), bit(bits, 1), bit(bits, 2), bit(bits, 3), bit(bits, 4), bit(bits, 5));
                Subscription subscription = subscription(status, one);
                SubscriptionChoices choices = new SubscriptionChoices(
                        NOW, one.choices() ? List.of(13) : List.of(), one.choices(), one.pending());
                CUSTOMERS.forEach(
                        who -> check(who, subscription, choices, action, expected(action, status, one, false)));
                ADMINISTRATORS.forEach(
                        who -> check(who, subscription, choices, action, expected(action, status, one, true)));
                OTHERS.forEach(who -> check(who, subscription, choices, action, false));
            }
        }
    }

    /** Vendor company 50 tries it out; an administrator may, too. */
    @ParameterizedTest
    @EnumSource
    void a_sandbox_is_used_and_ended_by_who_ordered_it_and_never_renewed_or_changed(SubscriptionStatus status) {
        SubscriptionChoices choices = new SubscriptionChoices(NOW, List.of(13), true, false);
        Set<SubscriptionAction> expected = EnumSet.noneOf(SubscriptionAction.class);
        if (!OVER.contains(status)) {
            expected.add(SubscriptionAction.SET_NAME);
        }
        if (KILLABLE.contains(status)) {
            expected.add(SubscriptionAction.KILL);
        }
        if (status == DEPLOYED) {
            expected.add(SubscriptionAction.STOP);
        }
        if (status == STOPPED) {
            expected.add(SubscriptionAction.START);
        }
        Principal vendor = person(Role.VENDOR, 20, 50);
        Principal colleague = person(Role.VENDOR, 26, 50);
        Subscription own = SubscriptionSamples.sandbox(status, 20, 50);
        Subscription administrators = SubscriptionSamples.sandbox(status, 31, null);

        assertThat(SubscriptionRules.available(vendor, own, choices)).isEqualTo(expected);
        assertThat(SubscriptionRules.available(colleague, own, choices)).isEqualTo(expected);
        assertThat(SubscriptionRules.available(person(Role.VENDOR, 21, 51), own, choices))
                .isEmpty();
        assertThat(SubscriptionRules.available(vendor, administrators, choices)).isEmpty();
        if (status == FAILED) {
            expected.add(SubscriptionAction.DEPLOY);
        }
        if (USED.contains(status)) {
            expected.add(SubscriptionAction.ALTER_DATES);
        }
        assertThat(SubscriptionRules.available(person(Role.ADMIN, 31, null), own, choices))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_ordered_in_a_bundle_is_not_ended_alone_before_it_has_begun(SubscriptionStatus status) {
        Case one = new Case(false, false, true, true, false, false);
        Subscription alone = subscription(status, one, null);
        Subscription bundled = subscription(status, one, new InBundle(3, BigDecimal.TEN));
        SubscriptionChoices choices = SubscriptionChoices.none(NOW);
        boolean before = EnumSet.of(REQUIRES_APPROVAL, POSTPONED, WAITING_PAYMENT, PAYMENT_EXPIRED)
                .contains(status);

        Stream.concat(CUSTOMERS.stream(), ADMINISTRATORS.stream()).forEach(who -> {
            Set<SubscriptionAction> expected = EnumSet.noneOf(SubscriptionAction.class);
            expected.addAll(SubscriptionRules.available(who, alone, choices));
            if (before) {
                expected.remove(SubscriptionAction.KILL);
                assertThatThrownBy(() -> SubscriptionRules.require(who, bundled, SubscriptionAction.KILL, choices))
                        .isInstanceOfSatisfying(
                                MercatoException.class,
                                failure -> assertThat(failure.key()).isEqualTo("ordered-in-bundle"));
            }
            assertThat(SubscriptionRules.available(who, bundled, choices)).isEqualTo(expected);
        });
    }

    @Test
    void a_price_is_less_for_what_was_ordered_in_a_bundle() {
        Case one = new Case(false, false, true, true, false, false);
        Money price = Money.of("33.3300", "EUR");

        assertThat(subscription(DEPLOYED, one, null).owed(price)).isEqualTo(price);
        assertThat(subscription(DEPLOYED, one, new InBundle(3, new BigDecimal("12.50")))
                        .owed(price))
                .isEqualTo(Money.of("29.1638", "EUR"));
    }

    private static boolean expected(
            SubscriptionAction action, SubscriptionStatus status, Case one, boolean administrator) {
        boolean change = status == DEPLOYED && !one.trial() && one.paid() && !one.pending() && one.choices();
        return !OVER.contains(status)
                && switch (action) {
                    case SET_NAME -> true;
                    case AUTORENEW -> !one.trial();
                    case KILL -> KILLABLE.contains(status);
                    case STOP -> status == DEPLOYED && one.machine();
                    case START -> status == STOPPED && one.machine() && (one.paid() || administrator);
                    case DEPLOY -> status == FAILED && administrator;
                    case RENEW ->
                        one.trial() ? status == DEPLOYED : USED.contains(status) && one.paid() && !one.renews();
                    case SYNDICATED_UPGRADE -> change && !one.machine();
                    case BILLING_ITEM_UPGRADE -> change;
                    case REFRESH_BILLING_CONFIGURATION -> USED.contains(status) && !one.trial() && administrator;
                    case ALTER_DATES -> USED.contains(status) && administrator;
                };
    }

    private static void check(
            Principal who,
            Subscription subscription,
            SubscriptionChoices choices,
            SubscriptionAction action,
            boolean expected) {
        assertThat(SubscriptionRules.available(who, subscription, choices).contains(action))
                .as("%s for %s %s %s %s", action, who.role(), who.userId(), subscription, choices)
                .isEqualTo(expected);
    }

    private static boolean bit(int bits, int place) {
        return (bits >> place & 1) == 1;
    }

    private static Subscription subscription(SubscriptionStatus status, Case one) {
        return subscription(status, one, null);
    }

    private static Subscription subscription(SubscriptionStatus status, Case one, @Nullable InBundle bundle) {
        @Nullable MachineSpec machine = one.machine() ? SubscriptionSamples.MACHINE : null;
        return new Subscription(
                42,
                "Wiki - Small",
                one.trial() ? OrderType.TRIAL : OrderType.NORMAL,
                status,
                null,
                11,
                "Wiki",
                one.machine() ? ProductType.VM : ProductType.SYNDICATED,
                12,
                "Small",
                50,
                7,
                70,
                machine,
                one.trial() ? SubscriptionSamples.trial() : SubscriptionSamples.monthly(),
                one.renews(),
                one.paid(),
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(28)),
                NOW,
                NOW,
                60,
                61,
                bundle);
    }
}
