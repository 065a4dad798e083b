package io.mercato.platform.deployer;

import io.mercato.processors.deployer.PrepareTranslator;
import io.mercato.processors.deployer.ServerTranslator;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A machine gets another size. */
@Component
public class DeployerResize extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables deployment, account, connector
        // Out:   body StepResult: the new flavor is there
        // Fails: CloudException
        from("direct:deployer-check-flavor").routeId("deployer-check-flavor")
            .bean(PrepareTranslator.class, "flavor")
            .toD("direct:cloud-${variable.connector}-check-prerequisites?block=false")
            .bean(PrepareTranslator.class, "met");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or resized at once
        // Fails: CloudException
        from("direct:deployer-resize-server").routeId("deployer-resize-server")
            .bean(ServerTranslator.class, "resize")
            .toD("direct:cloud-${variable.connector}-resize-server?block=false")
            .bean(ServerTranslator.class, "resizing");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: resized or not yet; asked again a cloud confirms it and says how far it is
        // Fails: CloudException
        from("direct:deployer-await-resized").routeId("deployer-await-resized")
            .bean(ServerTranslator.class, "resize")
            .toD("direct:cloud-${variable.connector}-resize-server?block=false")
            .bean(ServerTranslator.class, "resized");
        // spotless:on
    }
}
