package io.mercato.platform.deployer;

import io.mercato.processors.deployer.VolumeTranslator;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The data disk of an application's machine. */
@Component
public class DeployerVolume extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or available at once
        // Fails: CloudException
        from("direct:deployer-create-volume").routeId("deployer-create-volume")
            .bean(VolumeTranslator.class, "create")
            .toD("direct:cloud-${variable.connector}-create-volume?block=false")
            .bean(VolumeTranslator.class, "created");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: available or not yet; asked again a cloud says how far it is
        // Fails: CloudException
        from("direct:deployer-await-volume").routeId("deployer-await-volume")
            .bean(VolumeTranslator.class, "create")
            .toD("direct:cloud-${variable.connector}-create-volume?block=false")
            .bean(VolumeTranslator.class, "awaited");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: accepted, or attached at once
        // Fails: CloudException
        from("direct:deployer-attach-volume").routeId("deployer-attach-volume")
            .bean(VolumeTranslator.class, "attach")
            .toD("direct:cloud-${variable.connector}-attach-volume?block=false")
            .bean(VolumeTranslator.class, "attaching");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: attached or not yet; asked again a cloud says how far it is
        // Fails: CloudException
        from("direct:deployer-await-attached").routeId("deployer-await-attached")
            .bean(VolumeTranslator.class, "attach")
            .toD("direct:cloud-${variable.connector}-attach-volume?block=false")
            .bean(VolumeTranslator.class, "attached");
        // spotless:on
    }
}
