package io.mercato.domain.cmw.subscription;

import io.mercato.domain.deployer.message.DeploymentEvent;
import java.util.Set;

/** What a report of the deployer's means to the subscription. */
public final class DeployerReports {
    /** Operations on a machine that is there: when they fail it still is. */
    private static final Set<String> ON_A_RUNNING_MACHINE = Set.of("STOP", "START", "RESIZE", "UNDEPLOY");

    private DeployerReports() {}

    public static SubscriptionEvent event(DeploymentEvent report) {
        if (report instanceof DeploymentEvent.Deployed) {
            return SubscriptionEvent.DEPLOYED;
        }
        if (report instanceof DeploymentEvent.Stopped) {
            return SubscriptionEvent.STOPPED;
        }
        if (report instanceof DeploymentEvent.Started || report instanceof DeploymentEvent.Resized) {
            return SubscriptionEvent.STARTED;
        }
        if (report instanceof DeploymentEvent.Undeployed) {
            return SubscriptionEvent.UNDEPLOYED;
        }
        if (report instanceof DeploymentEvent.Failed failed) {
            return ON_A_RUNNING_MACHINE.contains(failed.operation())
                    ? SubscriptionEvent.OPERATION_FAILED
                    : SubscriptionEvent.DEPLOYMENT_FAILED;
        }
        throw new IllegalArgumentException("Not the end of anything: " + report);
    }
}
