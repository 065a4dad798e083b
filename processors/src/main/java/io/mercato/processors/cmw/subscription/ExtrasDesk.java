package io.mercato.processors.cmw.subscription;

import static io.mercato.processors.cmw.subscription.SubscriptionChangelog.field;

import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.ExtrasChange;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.PendingChange.State;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.invoice.Billing;
import io.mercato.processors.cmw.mail.ChangeMails;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import io.mercato.processors.cmw.pricing.PlanItems;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** More or less of the extra resources of a subscription. */
@Component
public class ExtrasDesk {
    private final ChangeStore changes;
    private final ChoiceStore choices;
    private final CostStore costs;
    private final FrozenPrices prices;
    private final PlanItems offered;
    private final OrderStore orders;
    private final Billing billing;
    private final SubscriptionChangelog changelog;
    private final SubscriptionMover mover;
    private final ChangeMails mails;
    private final Clock clock;

    public ExtrasDesk(
            ChangeStore changes,
            ChoiceStore choices,
            CostStore costs,
            FrozenPrices prices,
            PlanItems offered,
            OrderStore orders,
            Billing billing,
            SubscriptionChangelog changelog,
            SubscriptionMover mover,
            ChangeMails mails,
            Clock clock) {
        this.changes = changes;
        this.choices = choices;
        this.costs = costs;
        this.prices = prices;
        this.offered = offered;
        this.orders = orders;
        this.billing = billing;
        this.changelog = changelog;
        this.mover = mover;
        this.mails = mails;
        this.clock = clock;
    }

    /** More is there at once, and what it costs stands on the next invoice; less waits for the next period. */
    public ChangeResult change(Principal principal, Subscription subscription, SubscriptionChange asked) {
        ExtrasChange change = possible(principal, subscription, asked);
        if (change.isDowngrade()) {
            int order = order(subscription, OrderStatus.DEFERRED, null, principal);
            prices.order(order, change.after());
            changes.insert(order, subscription, change.quantities());
            mails.deferred(subscription, change);
            return new ChangeResult(OrderStatus.DEFERRED, order, null);
        }
        InvoiceDraft draft = change.due(subscription, clock.instant());
        boolean free = draft.total().isZero();
        OrderStatus status = free ? OrderStatus.FREE : OrderStatus.PAID;
        int order = order(subscription, status, free ? null : draft, principal);
        prices.order(order, change.after());
        draft.lines().forEach(line -> costs.add(subscription.id(), line));
        apply(subscription, change, principal);
        return new ChangeResult(status, order, null);
    }

    /** The change that is asked for; throws what makes it impossible. */
    public ExtrasChange possible(Principal principal, Subscription subscription, SubscriptionChange asked) {
        SubscriptionRules.require(
                principal, subscription, SubscriptionAction.BILLING_ITEM_UPGRADE, choices.of(subscription));
        return ExtrasChange.of(
                prices.itemsOf(subscription.id()),
                offered.of(subscription.planId()),
                asked.billingItems(),
                subscription.terms().price().currency());
    }

    /** What waited for the next period is done, for that is about to begin. */
    public void applyDeferred(Subscription subscription, Principal by) {
        changes.deferred(subscription.id())
                .filter(pending -> pending.plan() == null)
                .ifPresent(pending -> applyDeferred(subscription, pending, by));
    }

    private void applyDeferred(Subscription subscription, PendingChange pending, Principal by) {
        ExtrasChange change = ExtrasChange.less(prices.itemsOf(subscription.id()), pending.extras());
        apply(subscription, change, by);
        changes.state(pending.orderId(), State.APPLIED);
        orders.status(pending.orderId(), OrderStatus.FREE);
    }

    private void apply(Subscription subscription, ExtrasChange change, Principal by) {
        prices.replace(subscription.id(), change.after());
        changelog.changed(subscription, by, field("billingItems", text(change.before()), text(change.after())));
        mover.tell(subscription, EventType.MODIFIED);
        mails.changed(subscription, change);
    }

    private int order(Subscription subscription, OrderStatus status, InvoiceDraft draft, Principal by) {
        return billing.order(subscription, OrderType.BILLING_ITEM_UPGRADE, status, draft, by);
    }

    private static String text(List<OrderedItem> items) {
        TreeMap<String, Integer> quantities = new TreeMap<>();
        items.forEach(one -> quantities.put("billingItem/" + one.item().billingItemId(), one.quantity()));
        return quantities.toString();
    }
}
