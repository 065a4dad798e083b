package io.mercato.platform.deployer;

import io.mercato.domain.deployer.CheckMachine;
import io.mercato.domain.deployer.RunStep;
import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deployer.DeploymentWorkflow;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Commands from other modules, and the deployer's own next steps. */
@Component
public class DeployerCommands extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    deployer.commands: a DeployerCommand, RunStep or CheckMachine, grouped by subscription
        // Out:   the steps that are due now, one after the other; a step that has to wait becomes a message of its own
        // Fails: rolled back and redelivered by the broker, then deployer.commands.dead; steps that are done stay done
        from("jms:queue:{{queue.deployer.commands}}?concurrentConsumers={{mercato.deployer.concurrent-consumers:8}}")
            .routeId("deployer-run-command").routeConfigurationId("transacted")
            .bean(DeployerMessageReader.class)
            .choice()
                .when(body().isInstanceOf(RunStep.class)).to("direct:deployer-resume-deployment")
                .when(body().isInstanceOf(CheckMachine.class)).to("direct:deployer-check-machine")
                .when(body().isInstanceOf(DeployerCommand.class)).to("direct:deployer-accept-command")
                .otherwise().throwException(UnknownMessageException.class, "Not a command: ${body}")
            .end()
            .loopDoWhile(TurnLoop::isDue)
                .to("direct:deployer-run-step")
            .end();

        // In:    body RunStep
        // Out:   body Turn, the one that this message drives; none when it is over
        from("direct:deployer-resume-deployment").routeId("deployer-resume-deployment").errorHandler(noErrorHandler())
            .bean(DeploymentWorkflow.class, "resume");

        // In:    body DeployerCommand, variable messageId
        // Out:   body Turn; deployment, history and messages in one transaction
        // Fails: nothing is written
        from("direct:deployer-accept-command").routeId("deployer-accept-command").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeploymentWorkflow.class, "accept");

        // In:    body CheckMachine, variable messageId
        // Out:   body Turn, to look for the machine
        // Fails: nothing is written
        from("direct:deployer-check-machine").routeId("deployer-check-machine").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeploymentWorkflow.class, "check");
        // spotless:on
    }
}
