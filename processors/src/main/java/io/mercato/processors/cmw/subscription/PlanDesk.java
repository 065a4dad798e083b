package io.mercato.processors.cmw.subscription;

import static io.mercato.processors.cmw.subscription.SubscriptionChangelog.field;

import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.PendingChange;
import io.mercato.domain.cmw.subscription.PendingChange.State;
import io.mercato.domain.cmw.subscription.PlanChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionChoices;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.cmw.subscription.Terms;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.money.Money;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.invoice.Billing;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.mail.ChangeMails;
import io.mercato.processors.cmw.order.OfferStore;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a subscription go over to another plan of its product. */
@Component
public class PlanDesk {
    private final SubscriptionStore subscriptions;
    private final ChangeStore changes;
    private final ChoiceStore choices;
    private final CostStore costs;
    private final OfferStore offers;
    private final OrderStore orders;
    private final InvoiceStore invoices;
    private final Billing billing;
    private final DeadlineStore deadlines;
    private final SubscriptionChangelog changelog;
    private final SubscriptionMover mover;
    private final ChangeMails mails;
    private final CmwProperties properties;
    private final Clock clock;
    private final FrozenPrices prices;

    public PlanDesk(
            SubscriptionStore subscriptions,
            ChangeStore changes,
            ChoiceStore choices,
            CostStore costs,
            OfferStore offers,
            OrderStore orders,
            InvoiceStore invoices,
            Billing billing,
            DeadlineStore deadlines,
            SubscriptionChangelog changelog,
            SubscriptionMover mover,
            ChangeMails mails,
            CmwProperties properties,
            Clock clock,
            FrozenPrices prices) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.choices = choices;
        this.costs = costs;
        this.offers = offers;
        this.orders = orders;
        this.invoices = invoices;
        this.billing = billing;
        this.deadlines = deadlines;
        this.changelog = changelog;
        this.mover = mover;
        this.mails = mails;
        this.properties = properties;
        this.clock = clock;
        this.prices = prices;
    }

    /**
     * Cheaper waits for the next period, dearer for its payment; what costs nothing is done at once. What is given back for
     * extra resources beyond what the plan costs more stands on the next invoice.
     */
    public ChangeResult change(Principal principal, Subscription subscription, SubscriptionChange asked) {
        PlanChange change = possible(principal, subscription, asked);
        int planId = change.planId();
        Instant now = clock.instant();
        OrderStatus outcome = change.outcome(subscription, now);
        InvoiceDraft due = change.due(subscription, now);
        InvoiceDraft draft = due.lines().isEmpty() ? null : due;
        int order = billing.order(subscription, planId, OrderType.SYNDICATED_UPGRADE, outcome, draft, principal);
        PendingChange.State state = outcome == OrderStatus.DEFERRED ? State.DEFERRED : State.WAITING_PAYMENT;
        prices.order(order, change.after());
        changes.insert(order, subscription, change, state);
        Integer invoice = outcome == OrderStatus.PAID ? ask(subscription, order, due, now) : null;
        if (outcome == OrderStatus.FREE) {
            due.lines().forEach(line -> costs.add(subscription.id(), line));
            apply(principal, subscription, new PendingChange(order, subscription.id(), state, change, Map.of()));
        } else if (outcome == OrderStatus.DEFERRED) {
            mails.deferred(subscription, change.plan());
        }
        return new ChangeResult(outcome, order, invoice);
    }

    /** The change that is asked for; throws what makes it impossible. */
    public PlanChange possible(Principal principal, Subscription subscription, SubscriptionChange asked) {
        int planId = asked.requiredPlan();
        SubscriptionChoices possible = choices.of(subscription);
        SubscriptionRules.require(principal, subscription, SubscriptionAction.SYNDICATED_UPGRADE, possible);
        if (!possible.plans().contains(planId)) {
            throw Errors.unknownReference("productVersion", "productVersion/" + planId);
        }
        return change(subscription, planId);
    }

    private Integer ask(Subscription subscription, int order, InvoiceDraft draft, Instant now) {
        deadlines.set(subscription.id(), DeadlineKind.CHANGE_PAYMENT, now.plus(properties.paymentTerm()));
        return billing.invoice(subscription, order, OrderType.SYNDICATED_UPGRADE, draft);
    }

    private PlanChange change(Subscription subscription, int planId) {
        Offer offer = offers.find(
                new OrderRequest(planId, OrderType.NORMAL, null, null, null, null, null, Map.of(), null),
                subscription.buyerId());
        Money price = offer.price();
        if (price == null) {
            throw Errors.rejected("contact-form-only", "This plan has no price: ask the vendor for an offer");
        }
        Terms terms = new Terms(
                price,
                subscription.terms().vatRate(),
                offer.billingPeriod(),
                null,
                null,
                offer.unkillable(),
                offer.autoRenewable());
        return new PlanChange(
                planId,
                offer.planName(),
                terms,
                prices.itemsOf(subscription.id()),
                prices.goneOver(subscription.id(), planId));
    }

    /** What was paid for is done. The subscription's lock is held. */
    public void applyPaid(Subscription subscription, int invoice, Principal by) {
        changes.ofInvoice(invoice)
                .filter(change -> change.plan() != null && change.isDoneWhenPaid())
                .filter(change -> !subscription.status().hasEnded())
                .ifPresent(change -> apply(by, subscription, change));
    }

    /** What waited for the next period is done, for that is about to begin. */
    public void applyDeferred(Subscription subscription, Principal by) {
        changes.deferred(subscription.id())
                .filter(change -> change.plan() != null)
                .ifPresent(change -> apply(by, subscription, change));
    }

    /** What was not paid for in time is not done. */
    public void dropUnpaid(Subscription subscription, Principal by) {
        changes.unpaid(subscription.id()).ifPresent(change -> {
            changes.state(change.orderId(), State.DROPPED);
            orders.status(change.orderId(), OrderStatus.REJECTED);
            invoices.expireOf(change.orderId());
            mover.tell(subscription, EventType.MODIFIED);
        });
    }

    private void apply(Principal by, Subscription subscription, PendingChange pending) {
        PlanChange change = pending.plan();
        subscriptions.plan(subscription.id(), change.planId(), change.plan());
        subscriptions.terms(subscription.id(), change.terms());
        prices.replace(subscription.id(), change.after());
        changes.state(pending.orderId(), State.APPLIED);
        deadlines.set(subscription.id(), DeadlineKind.CHANGE_PAYMENT, null);
        if (pending.state() == State.DEFERRED) {
            orders.status(pending.orderId(), OrderStatus.FREE);
        }
        changelog.changed(
                subscription,
                by,
                field("productVersion", reference(subscription.planId()), reference(change.planId())),
                field(
                        "price",
                        text(subscription.terms().price()),
                        text(change.terms().price())),
                field(
                        "billingPeriod",
                        subscription.terms().billingPeriod(),
                        change.terms().billingPeriod()));
        mover.tell(subscription, EventType.MODIFIED);
        mails.changed(subscription, change.plan());
    }

    private static String reference(int plan) {
        return "productVersion/" + plan;
    }

    private static String text(Money price) {
        return price.amount().toPlainString();
    }
}
