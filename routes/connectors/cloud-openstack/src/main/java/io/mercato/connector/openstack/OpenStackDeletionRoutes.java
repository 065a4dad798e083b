package io.mercato.connector.openstack;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Machines go, and all that was theirs. */
@Component
class OpenStackDeletionRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackServers servers;
    private final OpenStackKeys keys;
    private final OpenStackFloatingIps floatingIps;
    private final OpenStackLeftovers leftovers;

    OpenStackDeletionRoutes(
            OpenStackRequests requests,
            OpenStackServers servers,
            OpenStackKeys keys,
            OpenStackFloatingIps floatingIps,
            OpenStackLeftovers leftovers) {
        this.requests = requests;
        this.servers = servers;
        this.keys = keys;
        this.floatingIps = floatingIps;
        this.leftovers = leftovers;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.DeleteServer
        // Out:   CloudAnswer.Server: CHANGING while it goes, GONE once machine, key, firewall and address are away
        // Fails: CloudException
        from("direct:cloud-openstack-delete-server").routeId("cloud-openstack-delete-server")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-server")
            .choice()
                .when(method(servers, "isGone")).to("direct:cloud-openstack-release-leftovers")
                .otherwise().bean(keys, "removeOf").bean(servers, "delete")
            .end();

        // In:    variable openstackRequest: CloudRequest.DeleteServer, whose machine is gone
        // Out:   CloudAnswer.Server: GONE, or CHANGING while something is in use still
        // Fails: CloudException
        from("direct:cloud-openstack-release-leftovers").routeId("cloud-openstack-release-leftovers")
            .choice()
                .when(method(floatingIps, "mayBeLeft")).to("direct:cloud-openstack-release-floating-ip")
            .end()
            .bean(leftovers, "remove");
    }
    // spotless:on
}
