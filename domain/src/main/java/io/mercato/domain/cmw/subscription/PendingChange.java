package io.mercato.domain.cmw.subscription;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a subscription that was ordered.
 *
 * @param orderId the order that it was ordered with
 * @param plan null when the plan stays
 * @param extras new quantities of extra resources by reference; empty when they stay
 */
public record PendingChange(
        int orderId,
        int subscriptionId,
        State state,
        @Nullable PlanChange plan,
        Map<String, Integer> extras) {

    public PendingChange {
        extras = Map.copyOf(extras);
    }

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

    /** Whether it is to be done when its money comes. */
    public boolean isDoneWhenPaid() {
        return state == State.WAITING_PAYMENT;
    }
}
