package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.ChangeEstimate;
import io.mercato.domain.cmw.subscription.ChangePrice;
import io.mercato.domain.cmw.subscription.ExtrasChange;
import io.mercato.domain.cmw.subscription.PlanChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionChange.Kind;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.order.EstimateDesk;
import io.mercato.processors.cmw.order.OfferStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what a change of a subscription would cost, by what the change itself goes by; stores nothing. */
@Component
public class ChangeEstimates {
    private final SubscriptionStore subscriptions;
    private final PlanDesk plans;
    private final ExtrasDesk extras;
    private final PurchaseDesk purchases;
    private final FrozenPrices prices;
    private final DeferredChanges deferred;
    private final OfferStore offers;
    private final EstimateDesk estimates;
    private final Clock clock;

    public ChangeEstimates(
            SubscriptionStore subscriptions,
            PlanDesk plans,
            ExtrasDesk extras,
            PurchaseDesk purchases,
            FrozenPrices prices,
            DeferredChanges deferred,
            OfferStore offers,
            EstimateDesk estimates,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.extras = extras;
        this.purchases = purchases;
        this.prices = prices;
        this.deferred = deferred;
        this.offers = offers;
        this.estimates = estimates;
        this.clock = clock;
    }

    /** Throws what the change would be refused with. */
    public Budget estimate(Principal principal, ChangeEstimate asked) {
        return EstimateDesk.answer(() -> {
            Subscription subscription = find(principal, asked.subscriptionId());
            ChangePrice price = price(principal, subscription, asked);
            Offer offer = offers.find(
                    new OrderRequest(price.planId(), OrderType.NORMAL, null, null, null, null, null, Map.of(), null),
                    subscription.buyerId());
            Budget.Facts facts = estimates.facts(price.planId(), subscription.buyerId());
            return Budget.of(offer, facts, price, asked);
        });
    }

    private Subscription find(Principal principal, int id) {
        try {
            return subscriptions.get(principal, id);
        } catch (MercatoException failure) {
            throw failure.kind() == ErrorKind.NOT_FOUND
                    ? Errors.unknownReference("subscriptionId", "subscription/" + id)
                    : failure;
        }
    }

    private ChangePrice price(Principal principal, Subscription subscription, ChangeEstimate asked) {
        Kind kind = asked.change().kind();
        return switch (kind) {
            case RENEWAL -> renewal(principal, subscription);
            case PLAN -> plan(subscription, plans.possible(principal, subscription, asked.change()));
            case EXTRAS -> extras(subscription, extras.possible(principal, subscription, asked.change()));
            default -> throw new IllegalStateException("Nobody estimates " + kind);
        };
    }

    private ChangePrice renewal(Principal principal, Subscription subscription) {
        DeferredChanges.Next next = deferred.next(subscription);
        return new ChangePrice(
                next.planId(),
                next.licence(),
                false,
                purchases.renewal(principal, subscription),
                prices.itemsOf(subscription.id()),
                next.items(),
                next.quote());
    }

    private ChangePrice plan(Subscription subscription, PlanChange change) {
        Instant now = clock.instant();
        return new ChangePrice(
                change.planId(),
                change.terms().price(),
                change.isDeferred(subscription),
                change.due(subscription, now),
                change.before(),
                change.after(),
                prices.quote(subscription, change));
    }

    private ChangePrice extras(Subscription subscription, ExtrasChange change) {
        return new ChangePrice(
                subscription.planId(),
                subscription.terms().price(),
                change.isDowngrade(),
                change.due(subscription, clock.instant()),
                change.before(),
                change.after(),
                prices.quote(subscription, change.after()));
    }
}
