package io.mercato.platform.deployer;

import io.mercato.processors.deployer.ServerTranslator;
import io.mercato.processors.deployer.SshProbe;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The machine: created, waited for, looked for. */
@Component
public class DeployerServer extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted; asked again a cloud answers with the machine that it has already
        // Fails: CloudException
        from("direct:deployer-create-server").routeId("deployer-create-server")
            .bean(ServerTranslator.class, "create")
            .toD("direct:cloud-${variable.connector}-create-server?block=false")
            .bean(ServerTranslator.class, "created");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: the machine runs and its SSH server answers, or not yet, or it vanished
        // Fails: CloudException
        from("direct:deployer-await-server").routeId("deployer-await-server")
            .bean(ServerTranslator.class, "describe")
            .toD("direct:cloud-${variable.connector}-describe-server?block=false")
            .setVariable("server", body())
            .setVariable("answers", constant(false))
            .filter(method(ServerTranslator.class, "isReachable"))
                .setVariable("answers", method(SshProbe.class, "answers"))
            .end()
            .choice()
                .when(variable("answers").isEqualTo(true)).bean(ServerTranslator.class, "answers")
                .otherwise().bean(ServerTranslator.class, "awaited")
            .end();

        // In:    variables deployment, account, connector
        // Out:   body StepResult: seen, or vanished
        // Fails: CloudException
        from("direct:deployer-verify-server").routeId("deployer-verify-server")
            .bean(ServerTranslator.class, "describe")
            .toD("direct:cloud-${variable.connector}-describe-server?block=false")
            .bean(ServerTranslator.class, "verified");
        // spotless:on
    }
}
