package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A vendor's decision on an order that needs one. */
@Component
public class OrderDecisions {
    private final OrderStore orders;
    private final SubscriptionStore subscriptions;
    private final InvoiceStore invoices;
    private final DeadlineStore deadlines;
    private final CmwProperties properties;
    private final Clock clock;

    public OrderDecisions(
            OrderStore orders,
            SubscriptionStore subscriptions,
            InvoiceStore invoices,
            DeadlineStore deadlines,
            CmwProperties properties,
            Clock clock) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns its subscription, locked. Its invoice is issued, and the payment term begins, now. */
    public Subscription approve(Principal principal, int orderId) {
        Order order = orders.get(principal, orderId);
        Subscription subscription = decidable(principal, order);
        Instant now = clock.instant();
        boolean free = order.total().signum() == 0;
        orders.decide(orderId, free ? OrderStatus.FREE : OrderStatus.PAID, principal, now);
        if (!free) {
            Instant due = now.plus(properties.paymentTerm());
            invoices.issue(orderId, now, due);
            deadlines.set(subscription.id(), DeadlineKind.FIRST_PAYMENT, due);
            deadlines.set(subscription.id(), DeadlineKind.REMIND_PAYMENT, now.plus(properties.paymentReminderPeriod()));
        }
        return subscription;
    }

    /** Returns its subscription, locked. */
    public Subscription reject(Principal principal, int orderId) {
        Subscription subscription = decidable(principal, orders.get(principal, orderId));
        orders.decide(orderId, OrderStatus.REJECTED, principal, clock.instant());
        return subscription;
    }

    private Subscription decidable(Principal principal, Order order) {
        Subscription subscription = subscriptions.lock(order.subscriptionId());
        if (!SubscriptionRules.isVendor(principal, subscription)
                && !principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        if (orders.get(principal, order.id()).status() != OrderStatus.REQUIRES_APPROVAL) {
            throw Errors.conflict("no-approval-needed", "Order " + order.id() + " is not waiting for approval");
        }
        return subscription;
    }

    public boolean needsNoPayment(Subscription subscription) {
        return subscription.paid();
    }

    public SubscriptionEvent approvedEvent() {
        return SubscriptionEvent.APPROVED;
    }

    public SubscriptionEvent rejectedEvent() {
        return SubscriptionEvent.REJECTED;
    }

    public SubscriptionEvent paidEvent() {
        return SubscriptionEvent.PAID;
    }
}
