package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackHttpRoutes.CALL;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Data disks come, are attached and go. */
@Component
class OpenStackVolumeRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackVolumes volumes;

    OpenStackVolumeRoutes(OpenStackRequests requests, OpenStackVolumes volumes) {
        this.requests = requests;
        this.volumes = volumes;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.CreateVolume
        // Out:   CloudAnswer.Volume: the one that a former request made, as far as it is, else a new one
        // Fails: CloudException, REJECTED without quota
        from("direct:cloud-openstack-create-volume").routeId("cloud-openstack-create-volume")
            .bean(requests, "open")
            .bean(volumes, "find").to(CALL)
            .choice()
                .when(method(volumes, "isAbsent")).bean(volumes, "create").to(CALL)
            .end()
            .bean(volumes, "created");

        // In:    CloudRequest.AttachVolume
        // Out:   CloudAnswer.Volume as it is after the order
        // Fails: CloudException, REJECTED when another machine has it
        from("direct:cloud-openstack-attach-volume").routeId("cloud-openstack-attach-volume")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-volume")
            .choice()
                .when(method(volumes, "isAttachable"))
                    .bean(volumes, "attach").to(CALL)
                    .to("direct:cloud-openstack-read-volume")
            .end();

        // In:    CloudRequest.DeleteVolume
        // Out:   CloudAnswer.Volume, GONE once the cloud does not know it; one that is attached is detached first
        // Fails: CloudException
        from("direct:cloud-openstack-delete-volume").routeId("cloud-openstack-delete-volume")
            .bean(requests, "open")
            .to("direct:cloud-openstack-read-volume")
            .choice()
                .when(method(volumes, "isAttached"))
                    .bean(volumes, "detach").to(CALL)
                    .to("direct:cloud-openstack-read-volume")
            .end()
            .choice()
                .when(method(volumes, "isDeletable"))
                    .bean(volumes, "delete").to(CALL)
                    .to("direct:cloud-openstack-read-volume")
            .end();

        // In:    variables openstackAccount, openstackVolumeId
        // Out:   CloudAnswer.Volume, GONE when the cloud does not know it
        // Fails: CloudException
        from("direct:cloud-openstack-read-volume").routeId("cloud-openstack-read-volume")
            .bean(volumes, "read").to(CALL)
            .bean(volumes, "answer");
    }
    // spotless:on
}
