package io.mercato.platform.deployer;

import io.mercato.processors.deployer.ReleaseTranslator;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What was created is given back. */
@Component
public class DeployerRelease extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables deployment, account, connector
        // Out:   body StepResult: what the cloud holds for this subscription is known
        // Fails: CloudException
        from("direct:deployer-find-leftovers").routeId("deployer-find-leftovers")
            .bean(ReleaseTranslator.class, "leftovers")
            .toD("direct:cloud-${variable.connector}-list-owned-resources?block=false")
            .bean(ReleaseTranslator.class, "found");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or gone at once; key and firewall go with it
        // Fails: CloudException
        from("direct:deployer-delete-server").routeId("deployer-delete-server")
            .bean(ReleaseTranslator.class, "deleteServer")
            .toD("direct:cloud-${variable.connector}-delete-server?block=false")
            .bean(ReleaseTranslator.class, "serverDeleted");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: gone or not yet
        // Fails: CloudException
        from("direct:deployer-await-server-gone").routeId("deployer-await-server-gone")
            .bean(ReleaseTranslator.class, "deleteServer")
            .toD("direct:cloud-${variable.connector}-delete-server?block=false")
            .bean(ReleaseTranslator.class, "serverAwaited");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or gone at once
        // Fails: CloudException
        from("direct:deployer-delete-volume").routeId("deployer-delete-volume")
            .bean(ReleaseTranslator.class, "deleteVolume")
            .toD("direct:cloud-${variable.connector}-delete-volume?block=false")
            .bean(ReleaseTranslator.class, "volumeDeleted");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: gone or not yet
        // Fails: CloudException
        from("direct:deployer-await-volume-gone").routeId("deployer-await-volume-gone")
            .bean(ReleaseTranslator.class, "deleteVolume")
            .toD("direct:cloud-${variable.connector}-delete-volume?block=false")
            .bean(ReleaseTranslator.class, "volumeAwaited");
        // spotless:on
    }
}
