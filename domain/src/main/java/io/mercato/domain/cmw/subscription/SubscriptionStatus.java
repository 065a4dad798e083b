package io.mercato.domain.cmw.subscription;

/** {@code deploymentStatus} of a subscription, as the published client names it (behaviour §4). */
public enum SubscriptionStatus {
    PENDING,
    DEPLOYED,
    UNDEPLOYED,
    STOPPED,
    FAILED,
    POSTPONED,
    REJECTED,
    REQUIRES_APPROVAL,
    UNDEPLOY_SENT,
    POST_CONFIGURATION,
    WAITING_PAYMENT,
    PAYMENT_EXPIRED,
    UNKNOWN;

    /** Nobody uses it any more. */
    public boolean hasEnded() {
        return isOver() || this == UNDEPLOY_SENT;
    }

    /** Nothing happens to it any more. */
    public boolean isOver() {
        return this == UNDEPLOYED || this == REJECTED;
    }
}
