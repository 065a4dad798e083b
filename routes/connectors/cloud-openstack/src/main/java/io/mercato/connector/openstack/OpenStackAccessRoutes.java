package io.mercato.connector.openstack;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Who and what gets into machines: keys and firewalls. */
@Component
class OpenStackAccessRoutes extends RouteBuilder {
    private final OpenStackRequests requests;
    private final OpenStackKeys keys;
    private final OpenStackFirewalls firewalls;

    OpenStackAccessRoutes(OpenStackRequests requests, OpenStackKeys keys, OpenStackFirewalls firewalls) {
        this.requests = requests;
        this.keys = keys;
        this.firewalls = firewalls;
    }

    // spotless:off
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // In:    CloudRequest.EnsureKey
        // Out:   CloudAnswer.Ensured with the key pair's name, which holds the key's fingerprint
        // Fails: CloudException, REJECTED when it is no key
        from("direct:cloud-openstack-ensure-key").routeId("cloud-openstack-ensure-key")
            .bean(requests, "open")
            .bean(keys, "ensure");

        // In:    CloudRequest.EnsureFirewall
        // Out:   CloudAnswer.Ensured: a security group that has these rules inwards and no other
        // Fails: CloudException, REJECTED without quota
        from("direct:cloud-openstack-ensure-firewall").routeId("cloud-openstack-ensure-firewall")
            .bean(requests, "open")
            .bean(firewalls, "ensure");
    }
    // spotless:on
}
