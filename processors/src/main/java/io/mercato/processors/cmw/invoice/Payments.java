package io.mercato.processors.cmw.invoice;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.InvoiceRules;
import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.VendorEvents;
import io.mercato.processors.cmw.mail.InvoiceMails;
import io.mercato.processors.cmw.subscription.ChangeStore;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.SubscriptionChangelog;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records that an invoice has been paid. */
@Component
public class Payments {
    private static final List<DeadlineKind> OF_DEBTS = List.of(
            DeadlineKind.FIRST_PAYMENT,
            DeadlineKind.OVERDUE_STOP,
            DeadlineKind.OVERDUE_END,
            DeadlineKind.REMIND_PAYMENT);

    private final InvoiceStore invoices;
    private final SubscriptionStore subscriptions;
    private final ChangeStore changes;
    private final DeadlineStore deadlines;
    private final ChangelogStore changelog;
    private final SubscriptionChangelog subscriptionChangelog;
    private final VendorEvents events;
    private final InvoiceMails mails;
    private final Clock clock;

    public Payments(
            InvoiceStore invoices,
            SubscriptionStore subscriptions,
            ChangeStore changes,
            DeadlineStore deadlines,
            ChangelogStore changelog,
            SubscriptionChangelog subscriptionChangelog,
            VendorEvents events,
            InvoiceMails mails,
            Clock clock) {
        this.invoices = invoices;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.deadlines = deadlines;
        this.changelog = changelog;
        this.subscriptionChangelog = subscriptionChangelog;
        this.events = events;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * CONFLICT when it is paid already, or would be paid for nothing. The locks of all subscriptions that it is for are held.
     *
     * @param subscription that it names
     */
    public Invoice receive(int id, String reference, Subscription subscription, Principal by) {
        Invoice invoice = invoices.lock(id);
        InvoiceRules.requirePayable(invoice, subscription, changes.ofInvoice(id).isPresent());
        invoices.pay(id, reference, clock.instant());
        changelog.append(
                "invoice",
                id,
                Change.Kind.MODIFIED,
                by,
                List.of(new Change.Value("status", invoice.status().name(), "PAID")));
        events.record(
                EventEntity.INVOICE,
                id,
                EventType.MODIFIED,
                subscription.vendorId(),
                subscription.productId(),
                Map.of());
        Invoice paid = invoices.lock(id);
        mails.paid(paid);
        return paid;
    }

    /** A subscription that nothing more is owed for is paid. Its lock is held. */
    public void settle(Subscription subscription, Principal by) {
        if (invoices.debtsOf(subscription.id()).isEmpty()) {
            subscriptions.paid(subscription.id(), true);
            subscriptionChangelog.changed(
                    subscription, by, SubscriptionChangelog.field("paid", subscription.paid(), true));
            deadlines.clear(subscription.id(), OF_DEBTS);
        }
    }
}
