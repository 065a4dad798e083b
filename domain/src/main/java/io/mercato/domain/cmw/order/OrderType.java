package io.mercato.domain.cmw.order;

/** Why an order exists, as the published client names it. */
public enum OrderType {
    NORMAL,
    TRIAL,
    SANDBOX,
    UPGRADE,
    BILLING_ITEM_UPGRADE,
    MONTHLY,
    RENEWAL,
    UNMANAGED,
    TERMINATION,
    UNSUBSCRIBE,
    ONESHOT_COSTS,
    RECURRING_COSTS,
    UPSELL,
    CHUNKED,
    REFUND,
    DISK_UPGRADE,
    SYNDICATED_UPGRADE,
    ESTIMATE;

    /** Whether somebody orders it; anything else comes of what has been ordered. */
    public boolean isOrdered() {
        return this == NORMAL || this == TRIAL || this == SANDBOX;
    }
}
