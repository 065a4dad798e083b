package io.mercato.platform.deployer;

import io.mercato.processors.deployer.ServerTranslator;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A machine is stopped and started. */
@Component
public class DeployerStopStart extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or stopped at once
        // Fails: CloudException
        from("direct:deployer-stop-server").routeId("deployer-stop-server")
            .bean(ServerTranslator.class, "stop")
            .toD("direct:cloud-${variable.connector}-stop-server?block=false")
            .bean(ServerTranslator.class, "stopping");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: stopped, not yet, or vanished
        // Fails: CloudException
        from("direct:deployer-await-stopped").routeId("deployer-await-stopped")
            .bean(ServerTranslator.class, "describe")
            .toD("direct:cloud-${variable.connector}-describe-server?block=false")
            .bean(ServerTranslator.class, "stopped");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or vanished
        // Fails: CloudException
        from("direct:deployer-start-server").routeId("deployer-start-server")
            .bean(ServerTranslator.class, "start")
            .toD("direct:cloud-${variable.connector}-start-server?block=false")
            .bean(ServerTranslator.class, "started");
        // spotless:on
    }
}
