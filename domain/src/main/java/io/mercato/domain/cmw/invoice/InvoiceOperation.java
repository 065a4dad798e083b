package io.mercato.domain.cmw.invoice;

/** What can be done with an invoice, as {@code availableOperations} names it. */
public enum InvoiceOperation {
    PAID
}
