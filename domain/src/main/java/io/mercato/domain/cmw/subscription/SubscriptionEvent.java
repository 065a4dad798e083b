package io.mercato.domain.cmw.subscription;

/** What can happen to a subscription. */
public enum SubscriptionEvent {
    /** The vendor lets the order through. */
    APPROVED,
    /** The vendor lets an order through that is to begin later. */
    APPROVED_FOR_LATER,
    /** The date for which it was ordered has come. */
    START_DUE,
    /** The vendor refuses the order. */
    REJECTED,
    /** Its first invoice is paid, or there is nothing to pay. */
    PAID,
    /** Its first invoice was not paid in time. */
    PAYMENT_TIMED_OUT,
    /** The deployer, or the vendor of a syndicated product, reports that it is there. */
    DEPLOYED,
    /** It is not there, and will not be without somebody's help. */
    DEPLOYMENT_FAILED,
    /** A failed deployment is to be tried again. */
    DEPLOY_REQUESTED,
    STOP_REQUESTED,
    STOPPED,
    START_REQUESTED,
    STARTED,
    /** Stop or start could not be done; it is as it was. */
    OPERATION_FAILED,
    /** The customer, or the platform for him, ends it. */
    KILL_REQUESTED,
    /** Its time is over. */
    ENDED,
    /** An invoice is overdue for longer than the first grace. */
    PAYMENT_OVERDUE,
    /** An invoice of a later period is paid; a machine that was stopped for it may be started again. */
    DEBT_PAID,
    /** All that it had is released. */
    UNDEPLOYED;

    /** Whether a stop or start that is under way is over with this: done, failed, or of no interest any more. */
    public boolean endsOperation() {
        return switch (this) {
            case STOPPED, STARTED, OPERATION_FAILED, DEPLOYED, DEPLOYMENT_FAILED, KILL_REQUESTED, ENDED, UNDEPLOYED ->
                true;
            case APPROVED,
                    APPROVED_FOR_LATER,
                    START_DUE,
                    REJECTED,
                    PAID,
                    PAYMENT_TIMED_OUT,
                    DEPLOY_REQUESTED,
                    STOP_REQUESTED,
                    START_REQUESTED,
                    PAYMENT_OVERDUE,
                    DEBT_PAID -> false;
        };
    }
}
