package io.mercato.domain.cmw.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.SubscriptionTerm;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The subscription is 42, of plan 12, buyer 7's. */
class OrderToValidateTest {

    @Test
    void a_new_order_is_asked_about_with_all_that_is_chosen() {
        OrderRequest request = new OrderRequest(
                12, OrderType.TRIAL, null, null, 3, null, null, Map.of("billingItem/1", 5), null, null, Map.of(9, "x"));

        assertThat(OrderToValidate.of(request, 7))
                .isEqualTo(
                        new OrderToValidate(12, OrderType.TRIAL, 7, null, Map.of("billingItem/1", 5), Map.of(9, "x")));
        assertThat(OrderToValidate.of(request, 0).buyerId()).isNull();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "KILL,                        , TERMINATION",
        "AUTORENEW,                   false, UNSUBSCRIBE",
        "AUTORENEW,                   true,",
        "AUTORENEW,                   ,",
        "SYNDICATED_UPGRADE,          , SYNDICATED_UPGRADE",
        "BILLING_ITEM_UPGRADE,        , BILLING_ITEM_UPGRADE",
        "RENEW,                       ,",
        "START,                       ,",
        "STOP,                        ,",
        "DEPLOY,                      ,",
        "SET_NAME,                    ,",
        "ALTER_DATES,                 ,",
        "REFRESH_BILLING_CONFIGURATION,,"
    })
    void a_vendor_has_a_say_in_what_ends_and_in_what_becomes_another(
            SubscriptionAction action, @Nullable Boolean autoRenew, @Nullable OrderType type) {
        OrderToValidate asked =
                OrderToValidate.of(who(Role.USER), ParameterValueTest.subscription(), change(action, autoRenew, null));

        assertThat(asked == null ? null : asked.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(SubscriptionAction.class)
    void an_administrator_ends_without_being_refused_and_is_asked_like_others_for_the_rest(SubscriptionAction action) {
        OrderToValidate customers =
                OrderToValidate.of(who(Role.USER), ParameterValueTest.subscription(), change(action, false, null));
        OrderToValidate administrators =
                OrderToValidate.of(who(Role.ADMIN), ParameterValueTest.subscription(), change(action, false, null));

        assertThat(administrators).isEqualTo(action == SubscriptionAction.KILL ? null : customers);
    }

    @Test
    void a_change_is_asked_about_with_what_it_leads_to() {
        OrderToValidate upgrade = Objects.requireNonNull(OrderToValidate.of(
                who(Role.USER),
                ParameterValueTest.subscription(),
                change(SubscriptionAction.SYNDICATED_UPGRADE, null, 13)));
        OrderToValidate extras = Objects.requireNonNull(OrderToValidate.of(
                who(Role.USER),
                ParameterValueTest.subscription(),
                change(SubscriptionAction.BILLING_ITEM_UPGRADE, null, null)));

        assertThat(upgrade.planId()).isEqualTo(13);
        assertThat(upgrade.subscriptionId()).isEqualTo(42);
        assertThat(upgrade.buyerId()).isEqualTo(7);
        assertThat(extras.planId()).isEqualTo(12);
        assertThat(extras.billingItems()).containsEntry("billingItem/1", 4);
    }

    @Test
    void a_report_of_the_vendors_own_is_nothing_to_ask_him_about() {
        SubscriptionChange report = new SubscriptionChange(null, null, null, SubscriptionStatus.DEPLOYED, false);

        assertThat(OrderToValidate.of(who(Role.VENDOR), ParameterValueTest.subscription(), report))
                .isNull();
    }

    private static SubscriptionChange change(
            SubscriptionAction action, @Nullable Boolean autoRenew, @Nullable Integer plan) {
        return new SubscriptionChange(
                action,
                null,
                autoRenew,
                null,
                false,
                new SubscriptionTerm(null, null),
                plan,
                Map.of("billingItem/1", 4));
    }

    private static Principal who(Role role) {
        return new Principal(7, "u", "u@mercato.example", "U", "en", role, 70, null);
    }
}
