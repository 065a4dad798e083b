package io.mercato.processors.cmw.order;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.order.BundledOffer;
import io.mercato.domain.cmw.order.NewOrder;
import io.mercato.domain.cmw.order.NewSubscription;
import io.mercato.domain.cmw.order.Offer;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderRules;
import io.mercato.domain.cmw.order.Placement;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.MercatoException;
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
        return OrderRules.place(offer, request, properties.orderTimes(), clock.instant());
    }

    /** Throws what a plan's vendor says again; of one that is in a bundle with its name. What nobody foresaw as it is. */
    public void fail(Throwable failure, OrderRequest asked, OrderRequest whole) throws Throwable {
        MercatoException known = MercatoException.among(failure);
        throw known == null ? failure : BundledOffer.naming(known, asked.planId(), whole);
    }

    /** Subscriptions, order, invoice, the first deadlines, and who did it. */
    public Placed store(Placement placement, Principal principal) {
        Instant now = clock.instant();
        int buyer = placement.offer().buyer().userId();
        orders.requireFreeReference(buyer, placement.request().externalReference());
        List<Integer> subscriptions = placement.subscriptions().stream()
                .map(begun -> this.subscriptions.insert(placement, begun, now))
                .toList();
        int first = subscriptions.get(0);
        int order = orders.insert(order(placement, first, principal), now);
        for (int i = 0; i < subscriptions.size(); i++) {
            begin(placement, placement.subscriptions().get(i), subscriptions.get(i), order, principal);
        }
        prices.freeze(first, order, buyer, placement.price(), now);
        Integer invoice = placement.invoice() == null ? null : invoice(placement, order, first, now);
        if (placement.payUntil() != null) {
            deadlines.set(first, DeadlineKind.REMIND_PAYMENT, now.plus(properties.paymentReminderPeriod()));
        }
        orderChangelog.created(order, buyer, principal);
        return new Placed(order, subscriptions, invoice);
    }

    private void begin(Placement placement, NewSubscription begun, int id, int order, Principal principal) {
        if (begun.bundleDiscount() != null) {
            subscriptions.inBundle(id, order, begun.bundleDiscount());
        }
        prices.freeze(id, begun.price());
        if (placement.payUntil() != null) {
            deadlines.set(id, DeadlineKind.FIRST_PAYMENT, placement.payUntil());
        }
        if (placement.subscriptionStatus() == SubscriptionStatus.POSTPONED) {
            deadlines.set(id, DeadlineKind.START, placement.request().start());
        }
        if (placement.isSandbox()) {
            deadlines.set(id, DeadlineKind.PERIOD_END, begun.terms().endOfPeriod(clock.instant()));
        }
        changelog.append("subscription", id, Change.Kind.CREATED, principal, List.of());
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
                placement.providerId(),
                placement.request().externalReference(),
                placement.offer().setupFee().currency(),
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

    /** What was stored; no invoice when there is nothing to pay, several subscriptions of a bundle. */
    public record Placed(int orderId, List<Integer> subscriptionIds, Integer invoiceId) {}
}
