package io.mercato.domain.cmw.subscription;

/**
 * A change of a subscription that was ordered.
 *
 * @param orderId the order that it was ordered with
 */
public record PendingChange(int orderId, int subscriptionId, State state, PlanChange plan) {

    /** How far it is. */
    public enum State {
        /** It is done when its invoice is paid. */
        WAITING_PAYMENT,
        /** It is done with the next period. */
        DEFERRED,
        APPLIED,
        /** It was taken back, or not paid in time. */
        DROPPED
    }

    /** Whether it is still to be done when its money comes: late money is money, too. */
    public boolean isDoneWhenPaid() {
        return state == State.WAITING_PAYMENT || state == State.DROPPED;
    }
}
