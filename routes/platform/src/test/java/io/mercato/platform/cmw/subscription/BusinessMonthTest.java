package io.mercato.platform.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.deployer.message.DeploymentEvent.Deployed;
import io.mercato.domain.deployer.message.DeploymentEvent.Stopped;
import io.mercato.platform.cmw.CoreRoutes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole months are played, day by day, and what happens on each day is listed. */
class BusinessMonthTest extends CoreRoutes {

    @Test
    void a_month_of_somebody_who_pays() {
        Order order = order(market.vm, OrderType.NORMAL);
        tick();
        assertThat(messages()).containsExactly("order-created", "invoice-to-pay");
        days(1);
        pay(invoiceOf(order));
        assertThat(messages()).containsExactly("invoice-to-pay", "invoice-paid", "Deploy", "subscription-deploying");
        report(new Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null));
        assertThat(messages()).containsExactly("subscription-deployed", "subscription-deployed-vendor");
        assertThat(one(order).end()).isEqualTo("2026-03-01T10:00:00Z");

        Map<Integer, List<String>> month = play(28);

        assertThat(month)
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        14, List.of("subscription-expiring"),
                        18, List.of("subscription-expiring"),
                        21, List.of("subscription-expiring"),
                        24, List.of("subscription-expiring"),
                        25, List.of("subscription-expiring"),
                        26, List.of("subscription-expiring"),
                        27, List.of("subscription-expiring"),
                        28, List.of("invoice-to-pay"))));
        assertThat(one(order).end()).isEqualTo("2026-04-01T10:00:00Z");
        assertThat(one(order).start()).isEqualTo("2026-02-01T10:00:00Z");
        assertThat(one(order).periodStart()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(one(order).paid()).isFalse();
        assertThat(market.column(String.class, "select type || ' ' || status from cmw.\"order\" order by id"))
                .containsExactly("NORMAL PAID", "RENEWAL PAID");
        assertThat(market.column(String.class, "select number || ' ' || total from cmw.invoice order by id"))
                .containsExactly("2026-000001 18.30", "2026-000002 12.20");

        pay(latestInvoice());
        assertThat(messages()).containsExactly("invoice-paid");
        assertThat(one(order).paid()).isTrue();
        assertThat(play(13)).isEmpty();
    }

    @Test
    void a_month_of_somebody_who_does_not_pay_any_more() {
        int id = deployed(market.vm);
        play(27);
        days(1);
        messages();

        Map<Integer, List<String>> debt = play(8);

        assertThat(debt)
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        1, List.of("invoice-to-pay"),
                        2, List.of("invoice-to-pay"),
                        3, List.of("invoice-to-pay"),
                        4, List.of("invoice-to-pay"),
                        5, List.of("Stop", "invoice-overdue", "invoice-to-pay"),
                        6, List.of("invoice-to-pay"),
                        7, List.of("invoice-to-pay"),
                        8, List.of("Undeploy", "subscription-killed"))));
        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(market.column(String.class, "select status from cmw.invoice order by id"))
                .containsExactly("PAID", "EXPIRED");
        assertThat(play(40)).isEmpty();
    }

    @Test
    void a_debtor_whose_machine_was_stopped_pays_and_starts_it_again() {
        int id = deployed(market.vm);
        days(28 + 5);
        report(new Stopped(id, clock.instant()));
        assertThat(market.status(id)).isEqualTo("STOPPED");
        assertThat(detail(id).actions()).doesNotContain(SubscriptionAction.START);
        assertThat(told("subscription-stopped", "unpaid")).isEqualTo("true");
        messages();

        pay(latestInvoice());

        assertThat(messages()).containsExactly("invoice-paid");
        assertThat(detail(id).actions()).contains(SubscriptionAction.START);
        act(market.customer, id, SubscriptionAction.START);
        assertThat(play(5)).containsExactlyEntriesOf(Map.of());
        assertThat(detail(id).subscription().end()).isAfter(clock.instant());
    }

    @Test
    void a_debt_that_is_paid_while_the_machine_is_being_stopped_does_not_hide_that_it_is() {
        int id = deployed(market.vm);
        days(28 + 5);
        assertThat(detail(id).subscription().pendingOperation()).isEqualTo(Subscription.PendingOperation.STOP);

        pay(latestInvoice());

        assertThat(detail(id).subscription().pendingOperation()).isEqualTo(Subscription.PendingOperation.STOP);
    }

    @Test
    void a_month_without_renewal_ends() {
        int id = deployed(market.vm);
        change(market.customer, id, new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false));
        play(27);

        days(1);

        assertThat(messages()).containsExactly("Undeploy", "subscription-killed");
        assertThat(market.status(id)).isEqualTo("UNDEPLOY_SENT");
        assertThat(market.column(Integer.class, "select count(*) from cmw.invoice"))
                .containsExactly(1);
    }

    @Test
    void a_trial_ends_after_its_days_and_costs_nothing() {
        Order order = order(market.vm, OrderType.TRIAL);
        report(new Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null));
        messages();

        Map<Integer, List<String>> trial = play(14);

        assertThat(trial.get(14)).containsExactly("Undeploy", "subscription-killed");
        assertThat(trial.keySet()).containsExactly(4, 7, 10, 11, 12, 13, 14);
        assertThat(market.column(Integer.class, "select count(*) from cmw.invoice"))
                .containsExactly(0);
    }

    @Test
    void a_free_plan_is_renewed_without_an_invoice() {
        Order order = order(market.free, OrderType.NORMAL);
        report(new Deployed(order.subscriptionId(), clock.instant(), MACHINE, null, null, null));
        play(27);

        days(1);

        assertThat(messages()).isEmpty();
        assertThat(one(order).end()).isAfter(clock.instant());
        assertThat(one(order).paid()).isTrue();
        assertThat(market.column(String.class, "select type || ' ' || status from cmw.\"order\" order by id"))
                .containsExactly("NORMAL FREE", "RENEWAL FREE");
    }

    @Test
    void one_deadline_that_cannot_be_met_does_not_hold_up_the_others() {
        Order broken = order(market.vm, OrderType.NORMAL);
        Order other = order(market.stranger, market.managed, OrderType.NORMAL);
        jdbc.sql("update cmw.subscription set status = 'BROKEN' where id = ?")
                .param(broken.subscriptionId())
                .update();

        days(3);

        assertThat(market.status(other.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
        jdbc.sql("update cmw.subscription set status = 'WAITING_PAYMENT' where id = ?")
                .param(broken.subscriptionId())
                .update();
        days(1);
        assertThat(market.status(broken.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
    }

    @Test
    void while_the_database_is_away_the_clock_gives_up_and_tries_again_at_its_next_tick() {
        Order order = order(market.vm, OrderType.NORMAL);
        jdbc.sql("alter table cmw.subscription_deadline rename to deadlines_gone")
                .update();
        clock.advance(java.time.Duration.ofDays(3));
        try {
            exchange("direct:cmw-meet-deadlines", market.admin, null, null, Map.of());
        } finally {
            jdbc.sql("alter table cmw.deadlines_gone rename to subscription_deadline")
                    .update();
        }
        assertThat(market.status(order.subscriptionId())).isEqualTo("WAITING_PAYMENT");

        tick();

        assertThat(market.status(order.subscriptionId())).isEqualTo("PAYMENT_EXPIRED");
    }

    /** What was sent on each of the days that come; days on which nothing was are left out. */
    private Map<Integer, List<String>> play(int count) {
        messages();
        Map<Integer, List<String>> sent = new TreeMap<>();
        for (int day = 1; day <= count; day++) {
            days(1);
            List<String> messages = messages();
            if (!messages.isEmpty()) {
                sent.put(day, messages);
            }
        }
        return sent;
    }

    private int latestInvoice() {
        return market.column(Integer.class, "select max(id) from cmw.invoice").get(0);
    }

    private Subscription one(Order order) {
        return detail(order.subscriptionId()).subscription();
    }
}
