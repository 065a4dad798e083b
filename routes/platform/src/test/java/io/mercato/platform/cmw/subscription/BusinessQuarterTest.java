package io.mercato.platform.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderOperation;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.SubscriptionTerm;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.identity.Principal;
import io.mercato.platform.cmw.CoreRoutes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Quarters are played in which customers change their minds; what is ordered, invoiced and told is listed. */
class BusinessQuarterTest extends CoreRoutes {

    @Test
    void a_quarter_with_an_upgrade_and_a_downgrade() {
        int id = syndicated();
        days(14);
        messages();

        ChangeResult up = changed(market.customer, id, to(market.larger));

        assertThat(up.upgrade()).isEqualTo(OrderStatus.PAID);
        assertThat(one(id).planId()).isEqualTo(market.syndicated);
        pay(up.invoiceId());
        number();
        assertThat(messages()).containsExactly("subscription-upgraded", "invoice-issued", "invoice-paid");
        assertThat(one(id).planId()).isEqualTo(market.larger);
        assertThat(one(id).paid()).isTrue();
        assertThat(totals()).containsExactly("20.00", "10.00");
        days(14);
        assertThat(one(id).periodStart()).isEqualTo("2026-02-28T10:00:00Z");
        assertThat(totals()).containsExactly("20.00", "10.00", "40.00");
        pay(latestInvoice());
        messages();

        ChangeResult down = changed(market.customer, id, to(market.smaller));

        assertThat(down).isEqualTo(new ChangeResult(OrderStatus.DEFERRED, down.orderId(), null));
        assertThat(messages()).containsExactly("subscription-upgraded");
        assertThat(one(id).planId()).isEqualTo(market.larger);
        assertRefused(
                () -> changed(market.customer, id, to(market.syndicated)),
                ErrorKind.CONFLICT,
                "operation-not-available");
        days(28);
        assertThat(one(id).planId()).isEqualTo(market.smaller);
        assertThat(one(id).end()).isEqualTo("2026-04-28T10:00:00Z");
        assertThat(totals()).containsExactly("20.00", "10.00", "40.00", "5.00");
        assertThat(orders())
                .containsExactly(
                        "NORMAL PAID",
                        "SYNDICATED_UPGRADE PAID",
                        "RENEWAL PAID",
                        "SYNDICATED_UPGRADE FREE",
                        "RENEWAL PAID");
        assertThat(changes(id, "productVersion"))
                .containsExactly(
                        "productVersion/" + market.syndicated + " productVersion/" + market.larger,
                        "productVersion/" + market.larger + " productVersion/" + market.smaller);
    }

    @Test
    void an_upgrade_that_is_not_paid_is_not_made_and_stops_nothing() {
        int id = syndicated();
        ChangeResult up = changed(market.customer, id, to(market.larger));

        days(9);

        assertThat(market.status(id)).isEqualTo("DEPLOYED");
        assertThat(one(id).planId()).isEqualTo(market.syndicated);
        assertThat(invoice(up.invoiceId()).status().name()).isEqualTo("EXPIRED");
        assertThat(orders()).containsExactly("NORMAL PAID", "SYNDICATED_UPGRADE REJECTED");
        assertThat(detail(id).actions()).contains(SubscriptionAction.SYNDICATED_UPGRADE);
        assertRefused(() -> pay(up.invoiceId()), ErrorKind.CONFLICT, "invoice-expired");
    }

    @Test
    void an_upgrade_that_is_not_paid_yet_is_taken_back() {
        int id = syndicated();
        for (Principal who : List.of(market.customer, market.admin)) {
            ChangeResult up = changed(market.customer, id, to(market.larger));
            Order order = call("direct:cmw-get-order", who, up.orderId(), null, Order.class);
            assertThat(OrderAccess.available(who, order)).containsExactly(OrderOperation.DELETE);

            call("direct:cmw-delete-order", who, up.orderId(), null, Object.class);

            assertThat(invoice(up.invoiceId()).status().name()).isEqualTo("EXPIRED");
            assertThat(detail(id).orders()).doesNotContain(up.orderId());
            assertRefused(() -> pay(up.invoiceId()), ErrorKind.CONFLICT, "invoice-expired");
        }
        assertThat(one(id).planId()).isEqualTo(market.syndicated);
        assertThat(detail(id).actions()).contains(SubscriptionAction.SYNDICATED_UPGRADE);
        days(9);
        assertThat(market.status(id)).isEqualTo("DEPLOYED");
    }

    @Test
    void a_downgrade_that_is_taken_back_does_not_happen() {
        int id = syndicated();
        ChangeResult down = changed(market.customer, id, to(market.smaller));

        call("direct:cmw-delete-order", market.customer, down.orderId(), null, Object.class);
        days(28);

        assertThat(one(id).planId()).isEqualTo(market.syndicated);
        assertThat(totals()).containsExactly("20.00", "20.00");
        assertThat(market.status(id)).isEqualTo("DEPLOYED");
    }

    @Test
    void a_plan_of_another_product_is_no_choice() {
        int id = syndicated();

        assertRefused(
                () -> changed(market.customer, id, to(market.vm)),
                ErrorKind.REJECTED,
                "unknown-reference-%field%-%reference%");
        assertThat(detail(id).plans()).containsExactlyInAnyOrder(market.larger, market.smaller);
    }

    @Test
    void a_trial_goes_on_as_a_paid_subscription() {
        Order trial = order(market.vm, OrderType.TRIAL);
        int id = trial.subscriptionId();
        report(new io.mercato.domain.deployer.message.DeploymentEvent.Deployed(
                id, clock.instant(), MACHINE, null, null, null));
        days(5);
        messages();

        ChangeResult renewed = changed(market.customer, id, of(SubscriptionAction.RENEW));

        assertThat(renewed.upgrade()).isEqualTo(OrderStatus.PAID);
        number();
        assertThat(messages()).containsExactly("invoice-to-pay");
        Subscription one = one(id);
        assertThat(one.type()).isEqualTo(OrderType.NORMAL);
        assertThat(one.autoRenew()).isTrue();
        assertThat(one.paid()).isFalse();
        assertThat(one.end()).isEqualTo("2026-03-05T10:00:00Z");
        assertThat(totals()).containsExactly("15.00");
        pay(renewed.invoiceId());
        days(28);
        assertThat(totals()).containsExactly("15.00", "10.00");
        assertThat(orders()).containsExactly("TRIAL FREE", "RENEWAL PAID", "RENEWAL PAID");
        assertThat(market.status(id)).isEqualTo("DEPLOYED");
    }

    @Test
    void a_trial_that_goes_on_and_is_never_paid_is_stopped_and_ends() {
        int id = order(market.syndicated, OrderType.TRIAL).subscriptionId();
        vendorReports(market.vendor, id, SubscriptionStatus.DEPLOYED);
        changed(market.customer, id, of(SubscriptionAction.RENEW));

        days(8);

        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
    }

    @Test
    void who_unsubscribes_keeps_what_he_has_until_the_end_and_may_renew_by_hand() {
        int id = syndicated();
        change(market.customer, id, new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));
        days(10);

        ChangeResult renewed = changed(market.customer, id, of(SubscriptionAction.RENEW));

        assertThat(one(id).end()).isEqualTo("2026-03-28T10:00:00Z");
        pay(renewed.invoiceId());
        assertRefused(
                () -> changed(market.customer, id, of(SubscriptionAction.RENEW)),
                ErrorKind.CONFLICT,
                "operation-not-available");
        days(45);
        assertThat(market.status(id)).isEqualTo("DEPLOYED");
        days(1);
        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(orders()).containsExactly("NORMAL PAID", "UNSUBSCRIBE FREE", "RENEWAL PAID");
    }

    @Test
    void what_is_ended_at_once_is_a_termination() {
        int id = syndicated();

        call("direct:cmw-delete-subscription", market.customer, id, null, Object.class);

        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(orders()).containsExactly("NORMAL PAID", "TERMINATION FREE");
        assertRefused(
                () -> call("direct:cmw-delete-subscription", market.customer, id, null, Object.class),
                ErrorKind.CONFLICT,
                "operation-not-available");
    }

    @Test
    void an_administrator_sets_dates_right() {
        int id = syndicated();
        assertRefused(() -> changed(market.customer, id, hours(24)), ErrorKind.FORBIDDEN, "forbidden");

        changed(market.admin, id, hours(48));

        assertThat(one(id).end()).isEqualTo("2026-03-02T10:00:00Z");
        days(29);
        assertThat(totals()).containsExactly("20.00");
        days(1);
        assertThat(totals()).containsExactly("20.00", "20.00");
        assertThat(changes(id, "endDate")).contains("2026-02-28T10:00:00Z 2026-03-02T10:00:00Z");
    }

    @Test
    void prices_stay_until_an_administrator_takes_the_plans_new_ones_over() {
        int id = syndicated();
        jdbc.sql("update cmw.product_version set price = 25 where id = ?")
                .param(market.syndicated)
                .update();
        days(28);
        pay(latestInvoice());

        changed(market.admin, id, of(SubscriptionAction.REFRESH_BILLING_CONFIGURATION));
        days(31);

        assertThat(totals()).containsExactly("20.00", "20.00", "25.00");
    }

    @Test
    void more_users_in_the_middle_of_a_month_and_fewer_from_the_next_one() {
        int users = extra("Users", "3");
        int id = syndicated();
        days(14);

        ChangeResult more = changed(market.customer, id, extras(users, 10));

        assertThat(more).isEqualTo(new ChangeResult(OrderStatus.PAID, more.orderId(), null));
        assertThat(detail(id).items())
                .singleElement()
                .satisfies(one -> assertThat(one.quantity()).isEqualTo(10));
        days(14);
        assertThat(totals()).containsExactly("20.00", "65.00");
        pay(latestInvoice());

        ChangeResult fewer = changed(market.customer, id, extras(users, 4));
        assertThat(fewer.upgrade()).isEqualTo(OrderStatus.DEFERRED);
        assertThat(detail(id).actions()).doesNotContain(SubscriptionAction.BILLING_ITEM_UPGRADE);
        days(31);

        assertThat(totals()).containsExactly("20.00", "65.00", "32.00");
        assertThat(orders())
                .containsExactly(
                        "NORMAL PAID",
                        "BILLING_ITEM_UPGRADE PAID",
                        "RENEWAL PAID",
                        "BILLING_ITEM_UPGRADE FREE",
                        "RENEWAL PAID");
        assertThat(changes(id, "billingItems"))
                .containsExactly(
                        "{} {billingItem/" + users + "=10}",
                        "{billingItem/" + users + "=10} {billingItem/" + users + "=4}");
    }

    @Test
    void what_was_paid_for_users_that_the_new_plan_has_not_is_given_back() {
        int users = extra("Users", "3");
        int id = syndicated();
        changed(market.customer, id, extras(users, 10));
        days(28);
        pay(latestInvoice());
        days(15);
        days(1);
        assertThat(one(id).end()).isEqualTo("2026-03-28T10:00:00Z");

        ChangeResult up = changed(market.customer, id, to(market.larger));

        assertThat(up).isEqualTo(new ChangeResult(OrderStatus.FREE, up.orderId(), null));
        assertThat(one(id).planId()).isEqualTo(market.larger);
        assertThat(detail(id).items()).isEmpty();
        days(15);
        assertThat(market.column(
                        String.class,
                        "select description || ' ' || quantity::int from cmw.invoice_line where invoice_id = ?"
                                + " order by id",
                        latestInvoice()))
                .containsExactly("Small 1", "Small: credit -1", "Small: Users: credit -10", "Small 1");
    }

    @Test
    void who_renews_by_hand_pays_for_what_he_has_gone_over_to() {
        int id = syndicated();
        changed(market.customer, id, to(market.smaller));
        change(market.customer, id, new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));

        changed(market.customer, id, of(SubscriptionAction.RENEW));

        assertThat(totals()).containsExactly("20.00", "5.00");
        assertThat(one(id).planId()).isEqualTo(market.smaller);
        assertThat(orders())
                .containsExactly("NORMAL PAID", "SYNDICATED_UPGRADE FREE", "UNSUBSCRIBE FREE", "RENEWAL PAID");
    }

    @Test
    void who_renews_by_hand_pays_for_the_users_that_he_has_left() {
        int users = extra("Users", "3");
        int id = syndicated();
        changed(market.customer, id, extras(users, 10));
        days(28);
        pay(latestInvoice());
        changed(market.customer, id, extras(users, 4));
        change(market.customer, id, new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));

        changed(market.customer, id, of(SubscriptionAction.RENEW));

        assertThat(totals()).last().isEqualTo("32.00");
    }

    private int extra(String name, String price) {
        int item = jdbc.sql(
                        "insert into cmw.billing_item (name, description, unit, type) values (?, '', 'user', 'VOLUME')"
                                + " returning id")
                .param(name)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into cmw.billing_item_value (product_version_id, billing_item_id, range_start, price)"
                        + " values (?, ?, 1, cast(? as numeric))")
                .params(market.syndicated, item, price)
                .update();
        return item;
    }

    private static SubscriptionChange extras(int item, int quantity) {
        return new SubscriptionChange(
                SubscriptionAction.BILLING_ITEM_UPGRADE,
                null,
                null,
                null,
                false,
                new SubscriptionTerm(null, null),
                null,
                Map.of("billingItem/" + item, quantity));
    }

    private static SubscriptionChange of(SubscriptionAction action) {
        return new SubscriptionChange(action, null, null, null, false);
    }

    private static SubscriptionChange to(int plan) {
        return new SubscriptionChange(
                SubscriptionAction.SYNDICATED_UPGRADE,
                null,
                null,
                null,
                false,
                new SubscriptionTerm(null, null),
                plan,
                Map.of());
    }

    private static SubscriptionChange hours(int hours) {
        return new SubscriptionChange(
                SubscriptionAction.ALTER_DATES,
                null,
                null,
                null,
                false,
                new SubscriptionTerm(null, hours),
                null,
                Map.of());
    }

    private Subscription one(int id) {
        return detail(id).subscription();
    }

    private List<String> totals() {
        return market.column(String.class, "select net::text from cmw.invoice order by id");
    }

    private List<String> orders() {
        return market.column(String.class, "select type || ' ' || status from cmw.\"order\" order by id");
    }

    private List<String> changes(int id, String property) {
        return market.column(
                String.class,
                "select (c ->> 'left') || ' ' || (c ->> 'right') from cmw.changelog,"
                        + " jsonb_array_elements(changes) c where entity = 'subscription' and entity_id = ?"
                        + " and c ->> 'property' = ? and c ->> 'left' is not null order by id",
                id,
                property);
    }

    private int latestInvoice() {
        return market.column(Integer.class, "select max(id) from cmw.invoice").get(0);
    }
}
