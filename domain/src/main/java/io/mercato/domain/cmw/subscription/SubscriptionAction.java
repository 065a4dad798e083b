package io.mercato.domain.cmw.subscription;

/** What {@code PATCH /subscription/{id}} can be asked for, and what {@code availableOperations} names. */
public enum SubscriptionAction {
    START,
    STOP,
    KILL,
    DEPLOY,
    SET_NAME,
    AUTORENEW,
    RENEW,
    SYNDICATED_UPGRADE,
    BILLING_ITEM_UPGRADE,
    REFRESH_BILLING_CONFIGURATION,
    ALTER_DATES
}
