package io.mercato.connector.openstack;

import static io.mercato.connector.openstack.OpenStackHttpRoutes.CALL;
import static io.mercato.connector.openstack.OpenStackHttpRoutes.LIST_PAGES;

import io.mercato.domain.cloud.CloudException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What is asked about an account as a whole, and what it is billed for. */
@Component
class OpenStackAccountRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackAccounts accounts;
    private final OpenStackInventory inventory;
    private final OpenStackBandwidth bandwidth;

    OpenStackAccountRoutes(
            OpenStackRequests requests,
            OpenStackAccounts accounts,
            OpenStackInventory inventory,
            OpenStackBandwidth bandwidth) {
        this.requests = requests;
        this.accounts = accounts;
        this.inventory = inventory;
        this.bandwidth = bandwidth;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.VerifyCredentials
        // Out:   CloudAnswer.Verdict, with what the cloud said
        // Fails: never for wrong credentials or a cloud that is away
        from("direct:cloud-openstack-verify-credentials").routeId("cloud-openstack-verify-credentials")
            .bean(requests, "open")
            .doTry()
                .bean(accounts, "logIn").to(CALL)
                .bean(accounts, "accepted")
            .doCatch(CloudException.class)
                .bean(accounts, "refused")
            .end();

        // In:    CloudRequest.ListOwnedResources
        // Out:   List of CloudAnswer.OwnedResource: machines, disks, firewalls
        // Fails: CloudException
        from("direct:cloud-openstack-list-owned-resources").routeId("cloud-openstack-list-owned-resources")
            .bean(requests, "open")
            .bean(inventory, "begin")
            .bean(inventory, "servers").to(LIST_PAGES).bean(inventory, "addServers")
            .bean(inventory, "volumes").to(LIST_PAGES).bean(inventory, "addVolumes")
            .bean(inventory, "firewalls").to(LIST_PAGES).bean(inventory, "addFirewalls")
            .setBody(variable(OpenStackInventory.OWNED));

        // In:    CloudRequest.ReadBandwidth
        // Out:   CloudAnswer.Bandwidth since the machine was created
        // Fails: CloudException, REJECTED bandwidth-not-available where the cloud does not tell
        from("direct:cloud-openstack-read-bandwidth").routeId("cloud-openstack-read-bandwidth")
            .bean(requests, "open")
            .doTry()
                .bean(bandwidth, "read").to(CALL)
            .doCatch(CloudException.class)
                .bean(bandwidth, "fail")
            .end()
            .bean(bandwidth, "answer");
    }
    // spotless:on
}
