package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackHttpRoutes.CALL;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Networks, and public addresses of machines. */
@Component
class OpenStackNetworkRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackNetworks networks;
    private final OpenStackFloatingIps floatingIps;

    OpenStackNetworkRoutes(OpenStackRequests requests, OpenStackNetworks networks, OpenStackFloatingIps floatingIps) {
        this.requests = requests;
        this.networks = networks;
        this.floatingIps = floatingIps;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.EnsureNetwork
        // Out:   CloudAnswer.Ensured: the configured network, else the platform's, else the project's only one
        // Fails: CloudException, REJECTED when the configured one is not there
        from("direct:cloud-openstack-ensure-network").routeId("cloud-openstack-ensure-network")
            .bean(requests, "open")
            .bean(networks, "ensure");

        // In:    OpenStackServer that runs without the public address that it must have
        // Out:   OpenStackServer with the address
        // Fails: CloudException, REJECTED without quota
        from("direct:cloud-openstack-give-floating-ip").routeId("cloud-openstack-give-floating-ip")
            .setVariable(OpenStackRequests.SERVER, body())
            .bean(floatingIps, "find").to(CALL)
            .bean(floatingIps, "give").to(CALL)
            .bean(floatingIps, "given");

        // In:    variable openstackRequest: CloudRequest.DeleteServer
        // Out:   nothing; the public addresses of the machine are given back
        // Fails: CloudException
        from("direct:cloud-openstack-release-floating-ip").routeId("cloud-openstack-release-floating-ip")
            .bean(floatingIps, "findLeft").to(CALL)
            .bean(floatingIps, "release")
            .split(body()).stopOnException()
                .to(CALL)
            .end();
    }
    // spotless:on
}
