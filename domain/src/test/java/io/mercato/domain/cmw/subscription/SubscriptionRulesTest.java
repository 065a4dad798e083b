package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.SubscriptionAction.*;
import static io.mercato.domain.cmw.subscription.SubscriptionSamples.*;
import static io.mercato.domain.cmw.subscription.SubscriptionStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionRulesTest {
    private static final SubscriptionChoices NOTHING = SubscriptionChoices.none(SubscriptionSamples.NOW);
    private static final Principal BUYER = person(Role.USER, 7, null);
    private static final Principal COLLEAGUE = person(Role.USER, 8, 70);
    private static final Principal STRANGER = person(Role.USER, 9, 71);
    private static final Principal VENDOR = person(Role.VENDOR, 20, 50);
    private static final Principal RIVAL = person(Role.VENDOR, 21, 51);
    private static final Principal SUPERVISOR = person(Role.SUPERVISOR, 30, null);
    private static final Principal ADMIN = person(Role.ADMIN, 31, null);
    private static final Principal SUPERADMIN = person(Role.SUPERADMIN, 32, null);
    private static final List<Principal> OUTSIDERS = List.of(
            STRANGER,
            RIVAL,
            person(Role.RESELLER, 7, 70),
            person(Role.DISTRIBUTOR, 7, 70),
            person(Role.VENDOR, 7, 70),
            person(Role.USER, 20, 50),
            Principal.ANONYMOUS);

    @Test
    void the_buyer_his_company_the_vendor_and_staff_see_it_and_nobody_else() {
        Subscription one = in(DEPLOYED);

        for (Principal insider : List.of(BUYER, COLLEAGUE, VENDOR, SUPERVISOR, ADMIN, SUPERADMIN)) {
            assertThat(SubscriptionRules.maySee(insider, one)).as("%s", insider).isTrue();
        }
        for (Principal outsider : OUTSIDERS) {
            assertThat(SubscriptionRules.maySee(outsider, one))
                    .as("%s", outsider)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REQUIRES_APPROVAL, SET_NAME AUTORENEW KILL, SET_NAME AUTORENEW KILL",
        "WAITING_PAYMENT, SET_NAME AUTORENEW KILL, SET_NAME AUTORENEW KILL",
        "PAYMENT_EXPIRED, SET_NAME AUTORENEW KILL, SET_NAME AUTORENEW KILL",
        "PENDING, SET_NAME AUTORENEW KILL, SET_NAME AUTORENEW KILL",
        "FAILED, SET_NAME AUTORENEW KILL, SET_NAME AUTORENEW KILL DEPLOY",
        "DEPLOYED, SET_NAME AUTORENEW KILL STOP, SET_NAME AUTORENEW KILL STOP REFRESH_BILLING_CONFIGURATION",
        "STOPPED, SET_NAME AUTORENEW KILL START, SET_NAME AUTORENEW KILL START REFRESH_BILLING_CONFIGURATION",
        "UNDEPLOY_SENT, SET_NAME AUTORENEW, SET_NAME AUTORENEW",
        "UNDEPLOYED, '', ''",
        "REJECTED, '', ''"
    })
    void what_may_be_done_in_a_state(SubscriptionStatus status, String customer, String administrator) {
        Subscription one = in(status);

        assertThat(available(BUYER, one)).isEqualTo(actions(customer));
        assertThat(available(COLLEAGUE, one)).isEqualTo(actions(customer));
        assertThat(available(ADMIN, one)).isEqualTo(actions(administrator));
        assertThat(available(SUPERADMIN, one)).isEqualTo(actions(administrator));
        assertThat(available(VENDOR, one)).isEmpty();
        assertThat(available(SUPERVISOR, one)).isEmpty();
        for (Principal outsider : OUTSIDERS) {
            assertThat(available(outsider, one)).isEmpty();
        }
    }

    @Test
    void what_runs_on_no_machine_is_neither_stopped_nor_started() {
        assertThat(available(BUYER, syndicated(DEPLOYED))).containsOnly(SET_NAME, AUTORENEW, KILL);
        assertThat(available(ADMIN, syndicated(STOPPED))).doesNotContain(START);
    }

    @Test
    void who_owes_money_cannot_start_but_an_administrator_can() {
        assertThat(available(BUYER, unpaid(STOPPED))).doesNotContain(START);
        assertThat(available(ADMIN, unpaid(STOPPED))).contains(START);
    }

    @Test
    void only_an_administrator_ends_what_is_unkillable() {
        assertThat(available(BUYER, with(DEPLOYED, unkillable()))).doesNotContain(KILL);
        assertThat(available(ADMIN, with(DEPLOYED, unkillable()))).contains(KILL);
    }

    @Test
    void a_trial_is_not_renewed() {
        assertThat(available(BUYER, with(DEPLOYED, trial()))).doesNotContain(AUTORENEW);
    }

    @Test
    void while_it_is_busy_it_is_neither_stopped_nor_started_but_can_be_ended() {
        Subscription stopping = busy(DEPLOYED, Subscription.PendingOperation.STOP);

        assertThat(available(BUYER, stopping)).containsOnly(SET_NAME, AUTORENEW, KILL);
        assertFails(
                () -> SubscriptionRules.require(BUYER, stopping, STOP, NOTHING),
                ErrorKind.LOCKED,
                "operation-under-way");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_available_passes_and_what_is_not_is_a_conflict(SubscriptionAction action) {
        boolean ever = !EnumSet.of(
                        SubscriptionAction.DEPLOY,
                        SubscriptionAction.ALTER_DATES,
                        SubscriptionAction.REFRESH_BILLING_CONFIGURATION)
                .contains(action);
        for (SubscriptionStatus status : SubscriptionStatus.values()) {
            Subscription one = in(status);
            if (available(BUYER, one).contains(action)) {
                assertThatCode(() -> SubscriptionRules.require(BUYER, one, action, NOTHING))
                        .doesNotThrowAnyException();
            } else {
                assertFails(
                        () -> SubscriptionRules.require(BUYER, one, action, NOTHING),
                        ever ? ErrorKind.CONFLICT : ErrorKind.FORBIDDEN,
                        ever ? "operation-not-available" : "forbidden");
            }
        }
    }

    @Test
    void for_whom_it_is_never_it_is_forbidden() {
        for (Principal other : List.of(VENDOR, SUPERVISOR, STRANGER)) {
            assertFails(
                    () -> SubscriptionRules.require(other, in(DEPLOYED), STOP, NOTHING),
                    ErrorKind.FORBIDDEN,
                    "forbidden");
        }
    }

    @Test
    void a_vendor_reports_on_his_own_syndicated_products_only() {
        Subscription own = syndicated(PENDING);

        assertThatCode(() -> SubscriptionRules.requireVendorOf(VENDOR, own)).doesNotThrowAnyException();
        assertThatCode(() -> SubscriptionRules.requireVendorOf(ADMIN, own)).doesNotThrowAnyException();
        assertFails(() -> SubscriptionRules.requireVendorOf(RIVAL, own), ErrorKind.FORBIDDEN, "forbidden");
        assertFails(() -> SubscriptionRules.requireVendorOf(BUYER, own), ErrorKind.FORBIDDEN, "forbidden");
        assertFails(() -> SubscriptionRules.requireVendorOf(VENDOR, in(PENDING)), ErrorKind.CONFLICT, "not-syndicated");
    }

    private static void assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorKind kind, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.key()).isEqualTo(key);
        });
    }

    private static Set<SubscriptionAction> available(Principal who, Subscription one) {
        return SubscriptionRules.available(who, one, NOTHING);
    }

    private static Set<SubscriptionAction> actions(String names) {
        Set<SubscriptionAction> actions = EnumSet.noneOf(SubscriptionAction.class);
        for (String name : names.split(" ", -1)) {
            if (!name.isEmpty()) {
                actions.add(SubscriptionAction.valueOf(name));
            }
        }
        return actions;
    }
}
