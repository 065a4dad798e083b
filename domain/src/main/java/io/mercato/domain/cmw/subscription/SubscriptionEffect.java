package io.mercato.domain.cmw.subscription;

/** What a transition makes to be done, in its transaction. */
public enum SubscriptionEffect {
    /** Have it built: a command to the deployer, or the vendor's turn for a syndicated product. */
    DEPLOY,
    STOP,
    START,
    UNDEPLOY,
    /** What it costs is to be paid now; when that is nothing, it goes on. */
    ASK_PAYMENT,
    /** Begin the first period: from now on it is used. */
    BEGIN_PERIOD,
    /** Its open invoices are no longer to be paid, and changes that wait are not done. */
    EXPIRE_INVOICES,
    TELL_DEPLOYING,
    TELL_DEPLOYED,
    TELL_DEPLOYMENT_FAILED,
    TELL_REJECTED,
    TELL_PAYMENT_EXPIRED,
    TELL_STOPPED,
    TELL_STOPPED_UNPAID,
    TELL_KILLED,
    TELL_UNDEPLOYED
}
