package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderOperation;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A decision on an order that needs one: of its vendor, of whoever sells it, or of an administrator. */
@Component
public class OrderDecisions {
    private static final int MAXIMUM_REASON = 1024;

    private final OrderStore orders;
    private final SubscriptionStore subscriptions;
    private final DeadlineStore deadlines;
    private final OrderChangelog changelog;
    private final Clock clock;

    public OrderDecisions(
            OrderStore orders,
            SubscriptionStore subscriptions,
            DeadlineStore deadlines,
            OrderChangelog changelog,
            Clock clock) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.deadlines = deadlines;
        this.changelog = changelog;
        this.clock = clock;
    }

    /** Returns its subscriptions, locked. What it costs is to be paid from now on, or from the date on which it begins. */
    public List<Subscription> approve(Principal principal, int orderId) {
        List<Subscription> all = lock(principal, orderId);
        Order order = decidable(principal, orderId, OrderOperation.APPROVE);
        OrderStatus status = approved(order);
        orders.decide(orderId, status, principal, clock.instant(), null);
        changelog.changed(order, "status", order.status(), status, principal);
        if (status == OrderStatus.POSTPONED) {
            all.forEach(one -> deadlines.set(one.id(), DeadlineKind.START, order.startDate()));
        }
        return all;
    }

    private OrderStatus approved(Order order) {
        Instant start = order.startDate();
        if (start != null && start.isAfter(clock.instant())) {
            return OrderStatus.POSTPONED;
        }
        return order.total().signum() == 0 ? OrderStatus.FREE : OrderStatus.PAID;
    }

    /**
     * Returns its subscriptions, locked.
     *
     * @param filter {@code reason}: what the customer is told
     */
    public List<Subscription> reject(Principal principal, int orderId, Filter filter) {
        String reason = filter == null ? null : filter.text("reason");
        if (reason != null && reason.length() > MAXIMUM_REASON) {
            throw Errors.invalidField("reason", "is longer than " + MAXIMUM_REASON + " characters");
        }
        List<Subscription> all = lock(principal, orderId);
        Order order = decidable(principal, orderId, OrderOperation.REJECT);
        orders.decide(orderId, OrderStatus.REJECTED, principal, clock.instant(), reason);
        changelog.changed(order, "status", order.status(), OrderStatus.REJECTED, principal);
        return all;
    }

    private List<Subscription> lock(Principal principal, int orderId) {
        return subscriptions.lockOf(orders.get(principal, orderId).id());
    }

    private Order decidable(Principal principal, int orderId, OrderOperation decision) {
        Order order = orders.get(principal, orderId);
        OrderAccess.require(principal, order, decision);
        return order;
    }

    /** The event that an approval is: an order for a later date goes on when that has come. */
    public SubscriptionEvent approvedEvent(Principal principal, int orderId) {
        return orders.get(principal, orderId).status() == OrderStatus.POSTPONED
                ? SubscriptionEvent.APPROVED_FOR_LATER
                : SubscriptionEvent.APPROVED;
    }

    public SubscriptionEvent rejectedEvent() {
        return SubscriptionEvent.REJECTED;
    }
}
