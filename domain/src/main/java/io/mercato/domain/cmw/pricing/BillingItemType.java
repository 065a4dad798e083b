package io.mercato.domain.cmw.pricing;

/** How the price of a quantity follows from ranges (behaviour §3). */
public enum BillingItemType {
    /** Every unit at the price of the range that the whole quantity lies in. */
    VOLUME,
    /** One flat price for the range that the quantity lies in. */
    STAIRSTEP,
    /** Each range's own units at its own price. */
    TIERED
}
