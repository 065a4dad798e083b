package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackHttpRoutes.CALL;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What must be there before anything is made. */
@Component
class OpenStackPrerequisiteRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackCatalogue catalogue;
    private final OpenStackQuotas quotas;

    OpenStackPrerequisiteRoutes(OpenStackRequests requests, OpenStackCatalogue catalogue, OpenStackQuotas quotas) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.quotas = quotas;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.CheckPrerequisites
        // Out:   CloudAnswer.Prerequisites
        // Fails: CloudException, REJECTED when flavor, image or quota is missing
        from("direct:cloud-openstack-check-prerequisites").routeId("cloud-openstack-check-prerequisites")
            .bean(requests, "open")
            .bean(catalogue, "recall")
            .choice()
                .when(method(catalogue, "isImageUnknown"))
                    .bean(catalogue, "findImage").to(CALL)
                    .bean(catalogue, "rememberImage")
            .end()
            .bean(quotas, "readCompute").to(CALL)
            .bean(quotas, "checkCompute")
            .choice()
                .when(method(quotas, "needsVolume"))
                    .bean(quotas, "readVolume").to(CALL)
                    .bean(quotas, "checkVolume")
            .end()
            .bean(catalogue, "answer");
    }
    // spotless:on
}
