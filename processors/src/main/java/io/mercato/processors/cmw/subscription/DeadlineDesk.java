package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.DeadlineKind;
import io.mercato.domain.cmw.subscription.DeadlineRules;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.cmw.subscription.SubscriptionLifecycle;
import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.invoice.InvoiceStore;
import io.mercato.processors.cmw.mail.InvoiceMails;
import io.mercato.processors.cmw.mail.SubscriptionMails;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a deadline means to a subscription as it is now. */
@Component
public class DeadlineDesk {
    private final InvoiceStore invoices;
    private final InvoiceMails invoiceMails;
    private final SubscriptionMails subscriptionMails;
    private final Periods periods;
    private final DeadlineStore deadlines;
    private final CmwProperties properties;
    private final Clock clock;

    public DeadlineDesk(
            InvoiceStore invoices,
            InvoiceMails invoiceMails,
            SubscriptionMails subscriptionMails,
            Periods periods,
            DeadlineStore deadlines,
            CmwProperties properties,
            Clock clock) {
        this.invoices = invoices;
        this.invoiceMails = invoiceMails;
        this.subscriptionMails = subscriptionMails;
        this.periods = periods;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    /** The event that it is; null when it is none, or one that its state no longer knows. */
    public SubscriptionEvent event(Subscription subscription, DeadlineKind kind) {
        return DeadlineRules.event(subscription, kind)
                .filter(event -> SubscriptionLifecycle.table().isLegal(subscription.status(), event))
                .orElse(null);
    }

    public boolean renews(Subscription subscription, DeadlineKind kind) {
        return DeadlineRules.renews(subscription, kind);
    }

    /** Reminds the customer, and sets the next reminder. */
    public void remind(Subscription subscription, DeadlineKind kind) {
        if (kind == DeadlineKind.REMIND_END && subscription.end() != null) {
            subscriptionMails.remindOfEnd(subscription, subscription.end());
            periods.remindNext(subscription);
        } else if (kind == DeadlineKind.REMIND_PAYMENT) {
            var open = invoices.openOf(subscription.id());
            open.forEach(invoiceMails::toPay);
            deadlines.set(
                    subscription.id(),
                    DeadlineKind.REMIND_PAYMENT,
                    open.isEmpty() ? null : clock.instant().plus(properties.paymentReminderPeriod()));
        }
    }
}
