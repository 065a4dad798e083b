package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderOperation;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.subscription.ChangeStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import org.springframework.stereotype.Component;

/** Orders that are taken back before anything was delivered. */
@Component
public class OrderWithdrawals {
    private final OrderStore orders;
    private final SubscriptionStore subscriptions;
    private final ChangeStore changes;
    private final OrderChangelog changelog;

    public OrderWithdrawals(
            OrderStore orders, SubscriptionStore subscriptions, ChangeStore changes, OrderChangelog changelog) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.changelog = changelog;
    }

    /** The order is there no more. Returns its subscription, locked. */
    public Subscription withdraw(Principal principal, int orderId) {
        Subscription subscription =
                subscriptions.lock(orders.get(principal, orderId).subscriptionId());
        Order order = orders.get(principal, orderId);
        OrderAccess.require(principal, order, OrderOperation.DELETE);
        orders.delete(orderId);
        changes.state(orderId, PendingChange.State.DROPPED);
        changelog.deleted(order, principal);
        return subscription;
    }

    /** What it means to the subscription: with the order that began it goes the subscription itself, else null. */
    public SubscriptionEvent event(Order order) {
        return order.opens() ? SubscriptionEvent.KILL_REQUESTED : null;
    }
}
