package io.mercato.domain.cmw.order;

/** What can be done with an order, as {@code availableOperations} names it. */
public enum OrderOperation {
    APPROVE,
    REJECT,
    DELETE
}
