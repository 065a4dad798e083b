package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.money.Money;
import io.mercato.domain.notifier.Email;
import io.mercato.domain.notifier.InvoiceEmail;
import io.mercato.domain.notifier.OrderEmail;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** E-mails about orders and invoices (behaviour §9). */
@Component
public class InvoiceMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final Clock clock;

    public InvoiceMails(Mailbox mailbox, Correspondents correspondents, Clock clock) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    public void ordered(Order order, Subscription subscription) {
        OrderEmail.Created email = new OrderEmail.Created(
                order.id(),
                subscription.productName(),
                subscription.planName(),
                new Money(order.total(), order.currency()),
                order.total().signum() > 0,
                correspondents.link("order/" + order.id()));
        mailbox.send(email, correspondents.user(order.buyerId()), subscription.aggregate());
    }

    /** It has its number now: here it is, and until when it is to be paid. */
    public void issued(Invoice invoice) {
        if (invoice.status().isPaid()) {
            send(invoice, new InvoiceEmail.Issued(invoice.number(), total(invoice), invoice.date(), link(invoice)));
        } else {
            toPay(invoice);
        }
    }

    public void toPay(Invoice invoice) {
        send(
                invoice,
                new InvoiceEmail.ToPay(String.valueOf(invoice.number()), total(invoice), invoice.due(), link(invoice)));
    }

    public void paid(Invoice invoice) {
        send(
                invoice,
                new InvoiceEmail.Paid(String.valueOf(invoice.id()), total(invoice), clock.instant(), link(invoice)));
    }

    private void send(Invoice invoice, Email email) {
        mailbox.send(email, correspondents.user(invoice.nomineeId()), "invoice/" + invoice.id());
    }

    private String link(Invoice invoice) {
        return correspondents.link("invoice/" + invoice.id());
    }

    private static Money total(Invoice invoice) {
        return new Money(invoice.total(), invoice.currency());
    }
}
