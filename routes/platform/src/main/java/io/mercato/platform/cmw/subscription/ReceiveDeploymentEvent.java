package io.mercato.platform.cmw.subscription;

import io.mercato.domain.cmw.subscription.DeployerReports;
import io.mercato.domain.deployer.message.DeploymentEvent.Progressed;
import io.mercato.domain.identity.Principal;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.subscription.MachineReports;
import io.mercato.processors.cmw.subscription.SubscriptionLogStore;
import io.mercato.processors.cmw.subscription.SubscriptionMover;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What the deployer tells of a subscription's machine. */
@Component
public class ReceiveDeploymentEvent extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  DeploymentEvent as JSON, its name in header mercatoMessageType; grouped by subscription
        // Out: a line in the deployment log, or the subscription's transition with its effects
        // Fails: rolled back, redelivered by the broker with back-off, then cmw.deployment-events.dead
        from("jms:queue:{{queue.cmw.deployment-events}}").routeId("cmw-receive-deployment-event")
            .routeConfigurationId("transacted")
            .transacted(TransactionPolicies.DATABASE)
            .filter(method("cmwInbox", "isNew(${header.mercatoMessageId})"))
                .setVariable("principal", constant(Principal.SYSTEM))
                .bean(DeploymentEventReader.class)
                .choice()
                    .when(variable("report").isInstanceOf(Progressed.class))
                        .bean(SubscriptionLogStore.class, "append(${variable.report})")
                    .otherwise()
                        .to("direct:cmw-apply-deployment-event")
                .end()
            .end();

        // In:  variable report; Out: machine and access are kept, the subscription moves
        // Fails: what is not possible in the subscription's state (a report that comes late) changes nothing
        from("direct:cmw-apply-deployment-event").routeId("cmw-apply-deployment-event").errorHandler(noErrorHandler())
            .setVariable("subscription", method(SubscriptionStore.class, "lock(${variable.report.subscriptionId})"))
            .setVariable("event", method(DeployerReports.class, "event(${variable.report})"))
            .choice()
                .when(method(SubscriptionMover.class, "isLegal(${variable.subscription}, ${variable.event})"))
                    .bean(MachineReports.class, "keep(${variable.subscription}, ${variable.report})")
                    .to("direct:cmw-move-subscription")
                .otherwise()
                    .log("Subscription ${variable.subscription.id} is ${variable.subscription.status}: ${variable.event} comes too late")
            .end();
        // spotless:on
    }
}
