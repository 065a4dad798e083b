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
    ESTIMATE
}
