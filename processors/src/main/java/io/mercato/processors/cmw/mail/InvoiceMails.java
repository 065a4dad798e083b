package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.InvoiceEmail;
import io.mercato.domain.notifier.OrderEmail;
import io.mercato.domain.notifier.ResourcePage;
import org.springframework.stereotype.Component;

/** E-mails about orders and invoices (behaviour §9). */
@Component
public class InvoiceMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final PanelNotices notices;

    public InvoiceMails(Mailbox mailbox, Correspondents correspondents, PanelNotices notices) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.notices = notices;
    }

    public void ordered(Order order, Subscription subscription) {
        OrderEmail.Created email = new OrderEmail.Created(
                order.id(),
                order.productName(),
                order.planName(),
                new Money(order.total(), order.currency()),
                order.total().signum() > 0,
                order.status() == OrderStatus.REQUIRES_APPROVAL,
                order.startDate(),
                subscription.isSandbox() ? subscription.terms().lifespan() : null,
                correspondents.page("order", order.id()));
        mailbox.send(email, correspondents.user(order.buyerId()), subscription.aggregate());
    }

    /** It has its number now: here it is, and until when it is to be paid. */
    public void issued(Invoice invoice) {
        if (invoice.status().isPaid()) {
            send(invoice, new InvoiceEmail.Issued(invoice.number(), total(invoice), invoice.date(), page(invoice)));
            paid(invoice);
        } else {
            toPay(invoice);
        }
    }

    /** Also the reminder of it; one that has no number yet is not yet to be paid. */
    public void toPay(Invoice invoice) {
        if (invoice.number() != null) {
            send(invoice, new InvoiceEmail.ToPay(invoice.number(), total(invoice), invoice.due(), page(invoice)));
        }
    }

    /** It was not paid in time: the subscription is stopped for it. */
    void overdue(Invoice invoice, Subscription subscription) {
        send(
                invoice,
                new InvoiceEmail.Overdue(
                        invoice.number(),
                        total(invoice),
                        invoice.due(),
                        subscription.name(),
                        subscription.productName(),
                        page(invoice)));
    }

    /** One that has no number yet is told about when it gets it. */
    public void paid(Invoice invoice) {
        if (invoice.number() != null && invoice.paymentReceived() != null) {
            send(
                    invoice,
                    new InvoiceEmail.Paid(invoice.number(), total(invoice), invoice.paymentReceived(), page(invoice)));
        }
    }

    private void send(Invoice invoice, Email email) {
        mailbox.send(email, correspondents.user(invoice.nomineeId()), "invoice/" + invoice.id());
        notices.tell(invoice.nomineeId(), email, "invoice/" + invoice.id());
    }

    private ResourcePage page(Invoice invoice) {
        return correspondents.page("invoice", invoice.id());
    }

    private static Money total(Invoice invoice) {
        return new Money(invoice.total(), invoice.currency());
    }
}
