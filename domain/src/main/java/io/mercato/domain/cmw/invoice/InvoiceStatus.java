package io.mercato.domain.cmw.invoice;

/** How far the payment of an invoice is; {@code DELAYED} counts as paid (behaviour §6). */
public enum InvoiceStatus {
    UNPAID,
    PENDING,
    DELAYED,
    REQUIRES_ACTION,
    REQUIRES_CAPTURE,
    EXPIRED,
    PAID;

    public boolean isPaid() {
        return this == PAID || this == DELAYED;
    }
}
