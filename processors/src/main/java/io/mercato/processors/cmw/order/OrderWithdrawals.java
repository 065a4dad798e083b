package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderOperation;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.subscription.ChangeStore;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders that are taken back before anything was delivered. */
@Component
public class OrderWithdrawals {
    private final OrderStore orders;
    private final SubscriptionStore subscriptions;
    private final ChangeStore changes;
    private final InvoiceStore invoices;
    private final DeadlineStore deadlines;
    private final OrderChangelog changelog;

    public OrderWithdrawals(
            OrderStore orders,
            SubscriptionStore subscriptions,
            ChangeStore changes,
            InvoiceStore invoices,
            DeadlineStore deadlines,
            OrderChangelog changelog) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.invoices = invoices;
        this.deadlines = deadlines;
        this.changelog = changelog;
    }

    /** The order is there no more, nor what is to be paid for a change. Returns its subscriptions, locked. */
    public List<Subscription> withdraw(Principal principal, int orderId) {
        List<Subscription> all =
                subscriptions.lockOf(orders.get(principal, orderId).id());
        Order order = orders.get(principal, orderId);
        OrderAccess.require(principal, order, OrderOperation.DELETE);
        orders.delete(orderId);
        changes.state(orderId, PendingChange.State.DROPPED);
        if (order.isUnpaidChange()) {
            invoices.expireOf(orderId);
            deadlines.set(order.subscriptionId(), DeadlineKind.CHANGE_PAYMENT, null);
        }
        changelog.deleted(order, principal);
        return all;
    }

    /** What it means to its subscriptions: with the order that began them they go themselves, else null. */
    public SubscriptionEvent event(Order order) {
        return order.opens() ? SubscriptionEvent.KILL_REQUESTED : null;
    }
}
