package io.mercato.processors.cmw.invoice;

import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.NewOrder;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.order.OrderChangelog;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders and invoices of subscriptions that are there already: what is added to them, or changed of them. */
@Component
public class Billing {
    private final OrderStore orders;
    private final OrderChangelog changelog;
    private final InvoiceStore invoices;
    private final SubscriptionStore subscriptions;
    private final DeadlineStore deadlines;
    private final VendorEvents events;
    private final CmwProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Billing(
            OrderStore orders,
            OrderChangelog changelog,
            InvoiceStore invoices,
            SubscriptionStore subscriptions,
            DeadlineStore deadlines,
            VendorEvents events,
            CmwProperties properties,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.changelog = changelog;
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.deadlines = deadlines;
        this.events = events;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param draft null when nothing is to be paid for it */
    public int order(Subscription subscription, OrderType type, OrderStatus status, InvoiceDraft draft, Principal by) {
        return order(subscription, subscription.planId(), type, status, draft, by);
    }

    /** @param planId the plan that is ordered */
    public int order(
            Subscription subscription,
            int planId,
            OrderType type,
            OrderStatus status,
            InvoiceDraft draft,
            Principal by) {
        int creator = by.userId() == 0 ? subscription.buyerId() : by.userId();
        int order = orders.insert(
                new NewOrder(
                        type,
                        status,
                        subscription.buyerId(),
                        creator,
                        planId,
                        subscription.id(),
                        subscription.machine() == null
                                ? null
                                : subscription.machine().providerId(),
                        null,
                        subscription.terms().price().currency(),
                        draft,
                        null),
                clock.instant());
        changelog.created(order, subscription.buyerId(), by);
        return order;
    }

    /** The invoice of an order; its id. Nothing follows yet from not paying it. */
    public int invoice(Subscription subscription, int order, OrderType type, InvoiceDraft draft) {
        Instant now = clock.instant();
        int issuer = jdbc.sql("select company_id from cmw.marketplace order by id limit 1")
                .query(Integer.class)
                .single();
        int invoice = invoices.insert(
                new InvoiceStore.Header(
                        issuer,
                        order,
                        subscription.id(),
                        subscription.buyerId(),
                        type,
                        subscription.productName(),
                        subscription.planName(),
                        now,
                        now.plus(properties.paymentTerm())),
                draft);
        events.record(
                EventEntity.INVOICE,
                invoice,
                EventType.CREATED,
                subscription.vendorId(),
                subscription.productId(),
                Map.of());
        deadlines.set(subscription.id(), DeadlineKind.REMIND_PAYMENT, now.plus(properties.paymentReminderPeriod()));
        return invoice;
    }

    /** From now on money is owed for it: it is stopped, and ends, when that is not paid in time. */
    public void owe(Subscription subscription) {
        Instant stop = clock.instant().plus(properties.paymentTerm()).plus(properties.overdueStopGrace());
        subscriptions.paid(subscription.id(), false);
        deadlines.set(subscription.id(), DeadlineKind.OVERDUE_STOP, stop);
        deadlines.set(subscription.id(), DeadlineKind.OVERDUE_END, stop.plus(properties.overdueEndGrace()));
    }
}
