package io.mercato.domain.cmw.pricing;

/** Whether an extra resource must be ordered with a plan. */
public enum BillingItemPresence {
    OPTIONAL,
    RECOMMENDED,
    REQUIRED
}
