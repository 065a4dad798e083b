package io.mercato.domain.cmw.pricing;

/** When an extra resource is paid. */
public enum BillingItemValueType {
    /** By what a metric measured, at the end of a period. */
    PAY_AS_YOU_GO,
    /** What was ordered, at the start of a period. */
    PRE_PAID,
    /** What was ordered, at the end of a period. */
    POST_PAID;

    public boolean inAdvance() {
        return this == PRE_PAID;
    }
}
