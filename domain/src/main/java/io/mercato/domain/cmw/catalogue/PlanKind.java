package io.mercato.domain.cmw.catalogue;

/** What a plan is like, as it follows from its price and its time (behaviour §3). */
public enum PlanKind {
    /** Without a price: the vendor is asked for an offer. */
    CONTACT_FORM,
    /** Ends after some hours and is not renewed. */
    SHORT,
    /** Costs nothing, neither at the beginning nor later. */
    FREE,
    /** Billed again every few months. */
    RENEWABLE,
    /** Paid once, had for ever. */
    EVERLASTING;

    public static PlanKind of(ProductVersion plan) {
        if (plan.price() == null) {
            return CONTACT_FORM;
        }
        if (plan.lifespan() != null) {
            return SHORT;
        }
        if (plan.price().signum() == 0 && plan.setupFee().signum() == 0) {
            return FREE;
        }
        return plan.billingPeriod() == null ? EVERLASTING : RENEWABLE;
    }
}
