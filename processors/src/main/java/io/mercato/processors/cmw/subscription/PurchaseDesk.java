package io.mercato.processors.cmw.subscription;

import static io.mercato.processors.cmw.subscription.SubscriptionChangelog.field;

import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.money.Money;
import io.mercato.processors.cmw.invoice.Billing;
import io.mercato.processors.cmw.order.OfferStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import java.util.Map;
import org.springframework.stereotype.Component;

/** More time for a subscription, other dates, other prices. */
@Component
public class PurchaseDesk {
    private final SubscriptionStore subscriptions;
    private final ChoiceStore choices;
    private final OfferStore offers;
    private final Periods periods;
    private final Billing billing;
    private final SubscriptionChangelog changelog;
    private final SubscriptionMover mover;
    private final FrozenPrices prices;
    private final DeferredChanges deferred;

    public PurchaseDesk(
            SubscriptionStore subscriptions,
            ChoiceStore choices,
            OfferStore offers,
            Periods periods,
            Billing billing,
            SubscriptionChangelog changelog,
            SubscriptionMover mover,
            FrozenPrices prices,
            DeferredChanges deferred) {
        this.subscriptions = subscriptions;
        this.choices = choices;
        this.offers = offers;
        this.periods = periods;
        this.billing = billing;
        this.changelog = changelog;
        this.mover = mover;
        this.prices = prices;
        this.deferred = deferred;
    }

    /** One more period; a trial goes on as what it was tried for. */
    public ChangeResult renew(Principal principal, Subscription subscription, SubscriptionChange change) {
        requireRenewal(principal, subscription);
        ChangeResult result = subscription.terms().isTrial()
                ? payForTrial(principal, subscription)
                : periods.renew(subscription, principal);
        mover.tell(subscription, EventType.MODIFIED);
        return result;
    }

    /** What the renewal costs; throws what makes it impossible. */
    public InvoiceDraft renewal(Principal principal, Subscription subscription) {
        requireRenewal(principal, subscription);
        return subscription.terms().isTrial()
                ? afterTrial(subscription, offer(subscription))
                : periods.next(subscription, deferred.next(subscription).quote());
    }

    /** Throws what makes a renewal impossible. */
    public void requireRenewal(Principal principal, Subscription subscription) {
        SubscriptionRules.require(principal, subscription, SubscriptionAction.RENEW, choices.of(subscription));
    }

    private InvoiceDraft afterTrial(Subscription subscription, Offer offer) {
        return prices.quote(subscription, offer.setupFee()).firstInvoice();
    }

    /** At the price of the trial, which was agreed; its first period begins now. */
    private ChangeResult payForTrial(Principal principal, Subscription subscription) {
        Offer offer = offer(subscription);
        Terms terms = subscription.terms().paid(offer.autoRenewable());
        InvoiceDraft draft = afterTrial(subscription, offer);
        boolean free = draft.total().isZero();
        OrderStatus status = free ? OrderStatus.FREE : OrderStatus.PAID;
        int order = billing.order(subscription, OrderType.RENEWAL, status, free ? null : draft, principal);
        subscriptions.becomePaid(subscription.id(), terms);
        changelog.changed(
                subscription,
                principal,
                field("type", subscription.type(), OrderType.NORMAL),
                field("autoRenew", subscription.autoRenew(), terms.renewable()));
        periods.restart(subscriptions.lock(subscription.id()), principal);
        if (free) {
            return new ChangeResult(status, order, null);
        }
        int invoice = billing.invoice(subscription, order, OrderType.RENEWAL, draft);
        billing.owe(subscription);
        changelog.changed(subscription, principal, field("paid", subscription.paid(), false));
        return new ChangeResult(status, order, invoice);
    }

    /** Its end is set right. */
    public ChangeResult alterDates(Principal principal, Subscription subscription, SubscriptionChange change) {
        SubscriptionRules.require(principal, subscription, SubscriptionAction.ALTER_DATES, choices.of(subscription));
        periods.endAt(subscription, change.term(), principal);
        mover.tell(subscription, EventType.MODIFIED);
        return ChangeResult.DONE;
    }

    /** From the next period on it costs what its plan costs now, less the discount of its bundle. */
    public ChangeResult refreshPrices(Principal principal, Subscription subscription, SubscriptionChange change) {
        SubscriptionRules.require(
                principal, subscription, SubscriptionAction.REFRESH_BILLING_CONFIGURATION, choices.of(subscription));
        Money price = offer(subscription).price();
        if (price == null) {
            throw Errors.rejected("contact-form-only", "Its plan has no price any more");
        }
        Terms before = subscription.terms();
        Money owed = subscription.owed(price);
        subscriptions.terms(subscription.id(), before.at(owed));
        changelog.changed(
                subscription,
                principal,
                field(
                        "price",
                        before.price().amount().toPlainString(),
                        owed.amount().toPlainString()));
        mover.tell(subscription, EventType.MODIFIED);
        return ChangeResult.DONE;
    }

    private Offer offer(Subscription subscription) {
        return offers.find(
                new OrderRequest(subscription.planId(), OrderType.NORMAL, null, null, null, null, null, Map.of(), null),
                subscription.buyerId());
    }
}
