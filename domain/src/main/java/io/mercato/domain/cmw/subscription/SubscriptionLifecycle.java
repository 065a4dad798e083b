package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.SubscriptionEffect.*;
import static io.mercato.domain.cmw.subscription.SubscriptionStatus.*;

import io.mercato.domain.lifecycle.LifecycleTable;
import io.mercato.domain.lifecycle.Outcome;

/** Where a subscription may go (behaviour §4). Source of the diagram in {@code docs/cmw/subscription-lifecycle.md}. */
public final class SubscriptionLifecycle {
    // spotless:off
    private static final LifecycleTable<SubscriptionStatus, SubscriptionEvent, SubscriptionEffect> TABLE =
            LifecycleTable.<SubscriptionStatus, SubscriptionEvent, SubscriptionEffect>of(
                    SubscriptionStatus.class, SubscriptionEvent.class)

            // before it is there
            .in(REQUIRES_APPROVAL)
                .on(SubscriptionEvent.APPROVED).goTo(WAITING_PAYMENT).then(ASK_PAYMENT)
                .on(SubscriptionEvent.APPROVED_FOR_LATER).goTo(POSTPONED)
                .on(SubscriptionEvent.REJECTED).goTo(REJECTED).then(EXPIRE_INVOICES, TELL_REJECTED)
                .on(SubscriptionEvent.KILL_REQUESTED).goTo(UNDEPLOYED).then(EXPIRE_INVOICES, TELL_KILLED)
            .in(POSTPONED)
                .on(SubscriptionEvent.START_DUE).goTo(WAITING_PAYMENT).then(ASK_PAYMENT)
                .on(SubscriptionEvent.KILL_REQUESTED).goTo(UNDEPLOYED).then(EXPIRE_INVOICES, TELL_KILLED)
            .in(WAITING_PAYMENT)
                .on(SubscriptionEvent.PAID).goTo(PENDING).then(DEPLOY, TELL_DEPLOYING)
                .on(SubscriptionEvent.PAYMENT_TIMED_OUT).goTo(PAYMENT_EXPIRED).then(EXPIRE_INVOICES, TELL_PAYMENT_EXPIRED)
                .on(SubscriptionEvent.KILL_REQUESTED).goTo(UNDEPLOYED).then(EXPIRE_INVOICES, TELL_KILLED)
            .in(PAYMENT_EXPIRED)
                .on(SubscriptionEvent.KILL_REQUESTED).goTo(UNDEPLOYED).then(EXPIRE_INVOICES)
            .in(PENDING)
                .on(SubscriptionEvent.DEPLOYED).goTo(DEPLOYED).then(BEGIN_PERIOD, TELL_DEPLOYED)
                .on(SubscriptionEvent.DEPLOYMENT_FAILED).goTo(FAILED).then(TELL_DEPLOYMENT_FAILED)
            .in(FAILED)
                .on(SubscriptionEvent.DEPLOY_REQUESTED).goTo(PENDING).then(DEPLOY, TELL_DEPLOYING)
                .on(SubscriptionEvent.DEPLOYED).goTo(DEPLOYED).then(BEGIN_PERIOD, TELL_DEPLOYED)
                .on(SubscriptionEvent.DEPLOYMENT_FAILED).stay()

            // while it is used
            .in(DEPLOYED)
                .on(SubscriptionEvent.DEPLOYED).stay()
                .on(SubscriptionEvent.STOP_REQUESTED).stay().then(STOP)
                .on(SubscriptionEvent.PAYMENT_OVERDUE).stay().then(STOP, TELL_STOPPED_UNPAID)
                .on(SubscriptionEvent.STOPPED).goTo(STOPPED).then(TELL_STOPPED)
                .on(SubscriptionEvent.STARTED).stay()
                .on(SubscriptionEvent.DEBT_PAID).stay()
                .on(SubscriptionEvent.OPERATION_FAILED).stay()
                .on(SubscriptionEvent.DEPLOYMENT_FAILED).goTo(FAILED).then(TELL_DEPLOYMENT_FAILED)
            .in(STOPPED)
                .on(SubscriptionEvent.STOPPED).stay()
                .on(SubscriptionEvent.START_REQUESTED).stay().then(START)
                .on(SubscriptionEvent.DEBT_PAID).stay()
                .on(SubscriptionEvent.PAYMENT_OVERDUE).stay()
                .on(SubscriptionEvent.STARTED).goTo(DEPLOYED)
                .on(SubscriptionEvent.OPERATION_FAILED).stay()
                .on(SubscriptionEvent.DEPLOYMENT_FAILED).goTo(FAILED).then(TELL_DEPLOYMENT_FAILED)

            // the end
            .in(PENDING, FAILED, DEPLOYED, STOPPED)
                .on(SubscriptionEvent.KILL_REQUESTED).goTo(UNDEPLOY_SENT).then(UNDEPLOY, EXPIRE_INVOICES, TELL_KILLED)
            .in(FAILED, DEPLOYED, STOPPED)
                .on(SubscriptionEvent.ENDED).goTo(UNDEPLOY_SENT).then(UNDEPLOY, EXPIRE_INVOICES, TELL_KILLED)
            .in(FAILED)
                .on(SubscriptionEvent.PAYMENT_OVERDUE).stay()
                .on(SubscriptionEvent.DEBT_PAID).stay()
            .in(UNDEPLOY_SENT)
                .on(SubscriptionEvent.UNDEPLOYED).goTo(UNDEPLOYED).then(TELL_UNDEPLOYED)
                .on(SubscriptionEvent.KILL_REQUESTED).stay()
                .on(SubscriptionEvent.ENDED).stay()
                .on(SubscriptionEvent.DEPLOYED).stay()
                .on(SubscriptionEvent.DEPLOYMENT_FAILED).stay()
                .on(SubscriptionEvent.OPERATION_FAILED).stay()
                .on(SubscriptionEvent.STOPPED).stay()
                .on(SubscriptionEvent.STARTED).stay()
            .in(UNDEPLOYED)
                .on(SubscriptionEvent.UNDEPLOYED).stay()
            .build();
    // spotless:on

    private SubscriptionLifecycle() {}

    public static Outcome<SubscriptionStatus, SubscriptionEvent, SubscriptionEffect> apply(
            SubscriptionStatus status, SubscriptionEvent event) {
        return TABLE.apply(status, event);
    }

    public static LifecycleTable<SubscriptionStatus, SubscriptionEvent, SubscriptionEffect> table() {
        return TABLE;
    }
}
