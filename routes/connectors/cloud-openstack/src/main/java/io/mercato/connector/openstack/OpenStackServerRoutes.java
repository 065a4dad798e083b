package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackHttpRoutes.CALL;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Machines come, run and stop. */
@Component
class OpenStackServerRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackServers servers;
    private final OpenStackFloatingIps floatingIps;

    OpenStackServerRoutes(OpenStackRequests requests, OpenStackServers servers, OpenStackFloatingIps floatingIps) {
        this.requests = requests;
        this.servers = servers;
        this.floatingIps = floatingIps;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.CreateServer
        // Out:   CloudAnswer.Server: the one that a former request made, else a new one; never two
        // Fails: CloudException, REJECTED without quota
        from("direct:cloud-openstack-create-server").routeId("cloud-openstack-create-server")
            .bean(requests, "open")
            .bean(servers, "find").to(CALL)
            .bean(servers, "createUnlessThere");

        // In:    CloudRequest.DescribeServer
        // Out:   CloudAnswer.Server; on the way a running machine is given its floating address, a moved one confirmed
        // Fails: CloudException
        from("direct:cloud-openstack-describe-server").routeId("cloud-openstack-describe-server")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-server")
            .choice()
                .when(method(floatingIps, "isWanted")).to("direct:cloud-openstack-give-floating-ip")
            .end()
            .bean(servers, "answer");

        // In:    CloudRequest.StartServer
        // Out:   CloudAnswer.Server, CHANGING when the start was ordered
        // Fails: CloudException
        from("direct:cloud-openstack-start-server").routeId("cloud-openstack-start-server")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-server")
            .choice()
                .when(method(servers, "isStopped"))
                    .setVariable(OpenStackRequests.SERVER, body())
                    .bean(servers, "start").to(CALL)
                    .bean(servers, "started")
                .otherwise()
                    .bean(servers, "answer")
            .end();

        // In:    CloudRequest.StopServer
        // Out:   CloudAnswer.Server, CHANGING when the stop was ordered
        // Fails: CloudException
        from("direct:cloud-openstack-stop-server").routeId("cloud-openstack-stop-server")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-server")
            .bean(servers, "stop");

        // In:    CloudRequest.ResizeServer
        // Out:   CloudAnswer.Server, CHANGING until the machine is on its new flavor
        // Fails: CloudException
        from("direct:cloud-openstack-resize-server").routeId("cloud-openstack-resize-server")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-server")
            .bean(servers, "resize");

        // In:    variables openstackAccount, openstackServerId
        // Out:   OpenStackServer, gone when the cloud does not know it; a move that waits for it is confirmed
        // Fails: CloudException
        from("direct:cloud-openstack-read-server").routeId("cloud-openstack-read-server")
            .bean(servers, "read").to(CALL)
            .bean(servers, "view")
            .choice()
                .when(method(servers, "isResized")).bean(servers, "confirmResize")
            .end();
    }
    // spotless:on
}
