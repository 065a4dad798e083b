package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderStart;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** When an order that did not begin at once begins: after its approval, or on its date. */
@Component
public class OrderStarts {
    private final OrderStore orders;
    private final SubscriptionStore subscriptions;
    private final InvoiceStore invoices;
    private final DeadlineStore deadlines;
    private final OrderChangelog changelog;
    private final CmwProperties properties;
    private final Clock clock;

    public OrderStarts(
            OrderStore orders,
            SubscriptionStore subscriptions,
            InvoiceStore invoices,
            DeadlineStore deadlines,
            OrderChangelog changelog,
            CmwProperties properties,
            Clock clock) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.deadlines = deadlines;
        this.changelog = changelog;
        this.properties = properties;
        this.clock = clock;
    }

    /** Its invoice is issued, and the payment term begins, now; one of several in a bundle does it for all. */
    public void askPayment(Subscription subscription, Principal by) {
        Order order = orders.get(Principal.SYSTEM, orders.firstOf(subscription.id()));
        boolean free = order.total().signum() == 0;
        if (order.status() == OrderStatus.POSTPONED) {
            OrderStatus status = free ? OrderStatus.FREE : OrderStatus.PAID;
            orders.status(order.id(), status);
            changelog.changed(order, "status", order.status(), status, by);
        }
        if (!free && !subscription.paid()) {
            Instant now = clock.instant();
            Instant due = now.plus(properties.paymentTerm());
            invoices.issue(order.id(), now, due);
            deadlines.set(subscription.id(), DeadlineKind.FIRST_PAYMENT, due);
            if (subscription.id() == order.subscriptionId()) {
                deadlines.set(
                        subscription.id(), DeadlineKind.REMIND_PAYMENT, now.plus(properties.paymentReminderPeriod()));
            }
        }
    }

    public boolean needsNoPayment(Subscription subscription) {
        return subscription.paid();
    }

    public SubscriptionEvent paidEvent() {
        return SubscriptionEvent.PAID;
    }

    /** Moves the date on which it begins. */
    public void move(Principal principal, int orderId, OrderStart start) {
        List<Subscription> all =
                subscriptions.lockOf(orders.get(principal, orderId).id());
        Order order = orders.get(principal, orderId);
        OrderAccess.requireNewStart(principal, order, start.date(), properties.orderTimes(), clock.instant());
        orders.start(orderId, start.date());
        if (order.status() == OrderStatus.POSTPONED) {
            all.forEach(one -> deadlines.set(one.id(), DeadlineKind.START, start.date()));
        }
        changelog.changed(order, "startDate", order.startDate(), start.date(), principal);
    }
}
