package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.subscription.ExtrasChange;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.PlanChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.money.Money;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a subscription is in its next period, with the change that waits for that. */
@Component
public class DeferredChanges {
    private final ChangeStore changes;
    private final FrozenPrices prices;

    public DeferredChanges(ChangeStore changes, FrozenPrices prices) {
        this.changes = changes;
        this.prices = prices;
    }

    /**
     * A subscription in its next period.
     *
     * @param licence price of the plan for a period
     * @param items extra resources
     * @param quote what each period costs from then on
     */
    public record Next(int planId, Money licence, List<OrderedItem> items, Quote quote) {}

    /** With what waits for it; as it is now when nothing does. */
    public Next next(Subscription subscription) {
        return changes.deferred(subscription.id())
                .map(pending -> next(subscription, pending))
                .orElseGet(() -> with(subscription, prices.itemsOf(subscription.id())));
    }

    private Next next(Subscription subscription, PendingChange pending) {
        PlanChange plan = pending.plan();
        return plan == null
                ? with(
                        subscription,
                        ExtrasChange.less(prices.itemsOf(subscription.id()), pending.extras())
                                .after())
                : new Next(plan.planId(), plan.terms().price(), plan.after(), prices.quote(subscription, plan));
    }

    private Next with(Subscription subscription, List<OrderedItem> items) {
        return new Next(subscription.planId(), subscription.terms().price(), items, prices.quote(subscription, items));
    }
}
