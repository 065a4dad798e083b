package io.mercato.platform.deployer;

import io.mercato.processors.deployer.PrepareTranslator;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a machine needs before it can be created. */
@Component
public class DeployerPrepare extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables deployment, account, connector
        // Out:   body StepResult: flavor and image are there
        // Fails: CloudException
        from("direct:deployer-check-prerequisites").routeId("deployer-check-prerequisites")
            .bean(PrepareTranslator.class, "prerequisites")
            .toD("direct:cloud-${variable.connector}-check-prerequisites?block=false")
            .bean(PrepareTranslator.class, "met");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: there is a network
        // Fails: CloudException
        from("direct:deployer-ensure-network").routeId("deployer-ensure-network")
            .bean(PrepareTranslator.class, "network")
            .toD("direct:cloud-${variable.connector}-ensure-network?block=false")
            .bean(PrepareTranslator.class, "networkReady");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: the customer's key is there
        // Fails: CloudException
        from("direct:deployer-ensure-key").routeId("deployer-ensure-key")
            .bean(PrepareTranslator.class, "key")
            .toD("direct:cloud-${variable.connector}-ensure-key?block=false")
            .bean(PrepareTranslator.class, "keyReady");

        // In:    variables deployment, account, connector
        // Out:   body StepResult: the firewall is there
        // Fails: CloudException
        from("direct:deployer-ensure-firewall").routeId("deployer-ensure-firewall")
            .bean(PrepareTranslator.class, "firewall")
            .toD("direct:cloud-${variable.connector}-ensure-firewall?block=false")
            .bean(PrepareTranslator.class, "firewallReady");
        // spotless:on
    }
}
