package io.mercato.domain.cmw.order;

/** What becomes of an order: {@code FREE} costs nothing, {@code PAID} has an invoice. */
public enum OrderStatus {
    DEFERRED,
    FREE,
    PAID,
    POSTPONED,
    REJECTED,
    REQUIRES_APPROVAL
}
