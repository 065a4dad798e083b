package io.mercato.domain.notifier;

import io.mercato.domain.money.Money;
import java.time.Instant;

/** E-mails to the customer about an invoice. {@code total} is with tax, {@code page} the invoice's page. */
public sealed interface InvoiceEmail extends Email {

    record Issued(String number, Money total, Instant date, ResourcePage page) implements InvoiceEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.INVOICE_ISSUED;
        }
    }

    /** @param due until when it is to be paid */
    record ToPay(String number, Money total, Instant due, ResourcePage page) implements InvoiceEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.INVOICE_TO_PAY;
        }
    }

    record Paid(String number, Money total, Instant date, ResourcePage page) implements InvoiceEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.INVOICE_PAID;
        }
    }

    /**
     * It was not paid in time, so that what it is for is stopped.
     *
     * @param name the subscription's
     */
    record Overdue(String number, Money total, Instant due, String name, String product, ResourcePage page)
            implements InvoiceEmail {
        @Override
        public EmailTemplate template() {
            return EmailTemplate.INVOICE_OVERDUE;
        }
    }
}
