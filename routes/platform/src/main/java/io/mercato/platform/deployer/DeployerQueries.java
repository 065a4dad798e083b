package io.mercato.platform.deployer;

import io.mercato.processors.deployer.DeploymentQueries;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What the staff may look at. */
@Component
public class DeployerQueries extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In:    variables filter and page
        // Out:   body Page of Deployment, the newest first
        // Fails: INVALID
        from("direct:deployer-list-deployments").routeId("deployer-list-deployments")
            .bean(DeploymentQueries.class, "page");

        // In:    variable id, the subscription's
        // Out:   body Deployment
        // Fails: NOT_FOUND
        from("direct:deployer-find-deployment").routeId("deployer-find-deployment")
            .bean(DeploymentQueries.class, "find");

        // In:    variable id, the subscription's
        // Out:   body List of HistoryEntry, oldest first
        // Fails: NOT_FOUND
        from("direct:deployer-list-history").routeId("deployer-list-history")
            .bean(DeploymentQueries.class, "history");

        // In:    nothing
        // Out:   body List of Orphan: those that have been reported and are still there
        from("direct:deployer-list-orphans").routeId("deployer-list-orphans")
            .bean(DeploymentQueries.class, "orphans");
        // spotless:on
    }
}
