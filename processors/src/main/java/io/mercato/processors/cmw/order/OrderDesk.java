package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.NewOrder;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderRules;
import io.mercato.domain.cmw.order.Placement;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.pricing.FrozenPrices;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides on an order by the rules of the domain, and stores all that an order that is let through consists of. */
@Component
public class OrderDesk {
    private final OrderStore orders;
    private final SubscriptionStore subscriptions;
    private final InvoiceStore invoices;
    private final DeadlineStore deadlines;
    private final ChangelogStore changelog;
    private final OrderChangelog orderChangelog;
    private final VendorEvents events;
    private final CmwProperties properties;
    private final Clock clock;
    private final FrozenPrices prices;

    public OrderDesk(
            OrderStore orders,
            SubscriptionStore subscriptions,
            InvoiceStore invoices,
            DeadlineStore deadlines,
            ChangelogStore changelog,
            OrderChangelog orderChangelog,
            VendorEvents events,
            CmwProperties properties,
            Clock clock,
            FrozenPrices prices) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.deadlines = deadlines;
        this.changelog = changelog;
        this.orderChangelog = orderChangelog;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
        this.prices = prices;
    }

    public Placement decide(Offer offer, OrderRequest request) {
        return OrderRules.place(offer, request, properties.paymentTerm(), clock.instant());
    }

    /** Subscription, order, invoice, the first deadline, and who did it. */
    public Placed store(Placement placement, Principal principal) {
        Instant now = clock.instant();
        orders.requireFreeReference(
                placement.offer().buyer().userId(), placement.request().externalReference());
        int subscription = subscriptions.insert(placement, now);
        int order = orders.insert(order(placement, subscription, principal), now);
        prices.freeze(subscription, order, placement.offer().buyer().userId(), placement.price(), now);
        Integer invoice = placement.invoice() == null ? null : invoice(placement, order, subscription, now);
        if (placement.payUntil() != null) {
            deadlines.set(subscription, DeadlineKind.FIRST_PAYMENT, placement.payUntil());
            deadlines.set(subscription, DeadlineKind.REMIND_PAYMENT, now.plus(properties.paymentReminderPeriod()));
        }
        if (placement.subscriptionStatus() == SubscriptionStatus.POSTPONED) {
            deadlines.set(subscription, DeadlineKind.START, placement.request().start());
        }
        orderChangelog.created(order, placement.offer().buyer().userId(), principal);
        changelog.append("subscription", subscription, Change.Kind.CREATED, principal, List.of());
        return new Placed(order, subscription, invoice);
    }

    private int invoice(Placement placement, int order, int subscription, Instant now) {
        int id = invoices.insert(header(placement, order, subscription, now), placement.invoice());
        events.record(
                EventEntity.INVOICE,
                id,
                EventType.CREATED,
                placement.offer().vendorId(),
                placement.offer().productId(),
                Map.of());
        return id;
    }

    private static NewOrder order(Placement placement, int subscription, Principal principal) {
        InvoiceDraft invoice = placement.invoice();
        return new NewOrder(
                placement.request().type(),
                placement.orderStatus(),
                placement.offer().buyer().userId(),
                principal.userId(),
                placement.offer().planId(),
                subscription,
                placement.machine() == null ? null : placement.machine().providerId(),
                placement.request().externalReference(),
                placement.terms().price().currency(),
                invoice,
                placement.request().start());
    }

    private InvoiceStore.Header header(Placement placement, int order, int subscription, Instant now) {
        return new InvoiceStore.Header(
                placement.offer().issuerId(),
                order,
                subscription,
                placement.offer().buyer().userId(),
                placement.request().type(),
                placement.offer().productName(),
                placement.offer().planName(),
                now,
                now.plus(properties.paymentTerm()));
    }

    /** What was stored; no invoice when there is nothing to pay. */
    public record Placed(int orderId, int subscriptionId, Integer invoiceId) {}
}
