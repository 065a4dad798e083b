package io.mercato.platform.deployer;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deployer.CloudAccounts;
import io.mercato.processors.deployer.DeploymentWorkflow;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** One turn of a step: what the cloud is asked, outside of any transaction, and what follows, in one. */
@Component
public class DeployerSteps extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    body Turn that is due
        // Out:   body the next Turn; what came of small preparations is written together with what comes next
        // Fails: a failure of the cloud is a result like any other; all others roll the message back
        from("direct:deployer-run-step").routeId("deployer-run-step")
            .setVariable("turn", body())
            .setVariable("deployment", simple("${body.deployment}"))
            .setVariable("step", simple("${body.deployment.current.step.name}"))
            .doTry()
                .to("direct:deployer-prepare-turn")
                .to("direct:deployer-choose-step")
            .doCatch(Exception.class)
                .bean(StepFailures.class, "failure")
            .end()
            .choice()
                .when(method(DeploymentWorkflow.class, "mayWait")).bean(DeploymentWorkflow.class, "goOn")
                .otherwise().to("direct:deployer-apply-result")
            .end();

        // In:    variable deployment
        // Out:   variables account and connector
        // Fails: CloudException, RETRYABLE while the account has not arrived
        from("direct:deployer-prepare-turn").routeId("deployer-prepare-turn")
            .setVariable("account", method(CloudAccounts.class, "of"))
            .setVariable("connector", simple("${variable.account.connector}"));

        // In:    variable turn; body StepResult
        // Out:   body the next Turn; deployment, history and messages in one transaction
        // Fails: nothing is written
        from("direct:deployer-apply-result").routeId("deployer-apply-result")
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeploymentWorkflow.class, "apply");
        // spotless:on
    }
}
