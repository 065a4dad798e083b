package io.mercato.processors.cmw.subscription;

import static io.mercato.processors.cmw.subscription.SubscriptionChangelog.field;

import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.NewOrder;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Renewal;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionTerm;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods of a subscription: the first one, and each that follows with its order and invoice. */
@Component
public class Periods {
    private final SubscriptionStore subscriptions;
    private final OrderStore orders;
    private final InvoiceStore invoices;
    private final DeadlineStore deadlines;
    private final CostStore costs;
    private final SubscriptionChangelog changelog;
    private final VendorEvents events;
    private final CmwProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final FrozenPrices prices;

    public Periods(
            SubscriptionStore subscriptions,
            OrderStore orders,
            InvoiceStore invoices,
            DeadlineStore deadlines,
            CostStore costs,
            SubscriptionChangelog changelog,
            VendorEvents events,
            CmwProperties properties,
            JdbcClient jdbc,
            Clock clock,
            FrozenPrices prices) {
        this.subscriptions = subscriptions;
        this.orders = orders;
        this.invoices = invoices;
        this.deadlines = deadlines;
        this.costs = costs;
        this.changelog = changelog;
        this.events = events;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
        this.prices = prices;
    }

    /** The first period begins when it is there for the first time; a repaired one goes on with its own. */
    public void begin(Subscription subscription) {
        if (subscription.start() == null) {
            from(subscription, clock.instant(), Principal.SYSTEM);
        }
    }

    /** One more period: its order, its invoice, and what happens if that is not paid. */
    public ChangeResult renew(Subscription subscription, Principal by) {
        Instant now = clock.instant();
        InvoiceDraft draft = next(subscription);
        boolean free = draft.total().isZero();
        boolean owes = draft.total().amount().signum() > 0;
        int order = orders.insert(renewalOrder(subscription, free ? null : draft, by), now);
        costs.invoiced(subscription.id(), order);
        Integer invoice = null;
        if (!free) {
            Instant due = now.plus(properties.paymentTerm());
            invoice = invoices.insert(header(subscription, order, now, due), draft);
            events.record(
                    EventEntity.INVOICE,
                    invoice,
                    EventType.CREATED,
                    subscription.vendorId(),
                    subscription.productId(),
                    Map.of());
            if (owes) {
                subscriptions.paid(subscription.id(), false);
                becauseOfDebt(subscription.id(), now, due);
            } else {
                invoices.settle(invoice);
            }
        }
        from(subscription, subscription.end() == null ? now : subscription.end(), by);
        changelog.changed(subscription, by, field("paid", subscription.paid(), !owes && subscription.paid()));
        return new ChangeResult(free ? OrderStatus.FREE : OrderStatus.PAID, order, invoice);
    }

    /** What one more period costs, with what its vendor has added. */
    public InvoiceDraft next(Subscription subscription) {
        return next(subscription, prices.furtherPeriod(subscription));
    }

    /** The same at other prices. */
    public InvoiceDraft next(Subscription subscription, Quote quote) {
        return quote.periodInvoice().with(costs.lines(subscription));
    }

    /** A new first period, from now on. */
    public void restart(Subscription subscription, Principal by) {
        from(subscription, clock.instant(), by);
    }

    /** The period that runs ends at another moment. */
    public void endAt(Subscription subscription, SubscriptionTerm term, Principal by) {
        Instant end = term.end(clock.instant(), subscription.end());
        subscriptions.period(subscription.id(), subscription.periodStart(), end);
        expect(subscription.id(), end);
        changelog.changed(subscription, by, field("endDate", subscription.end(), end));
    }

    private void becauseOfDebt(int subscription, Instant now, Instant due) {
        Instant stop = due.plus(properties.overdueStopGrace());
        deadlines.set(subscription, DeadlineKind.REMIND_PAYMENT, now.plus(properties.paymentReminderPeriod()));
        deadlines.set(subscription, DeadlineKind.OVERDUE_STOP, stop);
        deadlines.set(subscription, DeadlineKind.OVERDUE_END, stop.plus(properties.overdueEndGrace()));
    }

    /** Sets the next reminder of the end that is still to come. */
    public void remindNext(Subscription subscription) {
        deadlines.set(
                subscription.id(),
                DeadlineKind.REMIND_END,
                Renewal.nextReminder(subscription.end(), clock.instant(), properties.reminderDays()));
    }

    private void from(Subscription subscription, Instant start, Principal by) {
        Instant end = subscription.terms().endOfPeriod(start);
        subscriptions.period(subscription.id(), start, end);
        expect(subscription.id(), end);
        changelog.changed(
                subscription,
                by,
                field("billingPeriodStart", subscription.periodStart(), start),
                field("endDate", subscription.end(), end));
    }

    private void expect(int subscription, Instant end) {
        deadlines.set(subscription, DeadlineKind.PERIOD_END, end);
        deadlines.set(
                subscription,
                DeadlineKind.REMIND_END,
                Renewal.nextReminder(end, clock.instant(), properties.reminderDays()));
    }

    private static NewOrder renewalOrder(Subscription subscription, InvoiceDraft draft, Principal by) {
        return new NewOrder(
                OrderType.RENEWAL,
                draft == null ? OrderStatus.FREE : OrderStatus.PAID,
                subscription.buyerId(),
                by.userId() == 0 ? subscription.buyerId() : by.userId(),
                subscription.planId(),
                subscription.id(),
                subscription.machine() == null ? null : subscription.machine().providerId(),
                null,
                subscription.terms().price().currency(),
                draft,
                null);
    }

    private InvoiceStore.Header header(Subscription subscription, int order, Instant now, Instant due) {
        int issuer = jdbc.sql("select company_id from cmw.marketplace order by id limit 1")
                .query(Integer.class)
                .single();
        return new InvoiceStore.Header(
                issuer,
                order,
                subscription.id(),
                subscription.buyerId(),
                OrderType.RENEWAL,
                subscription.productName(),
                subscription.planName(),
                now,
                due);
    }
}
