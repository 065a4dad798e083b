package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.NetResource;
import java.util.Map;

/** Nova's os-interface: the ports of a server, to be looked at. */
final class Interfaces {
    private final ServerLookup lookup;
    private final Networks networks;

    Interfaces(ServerLookup lookup, Networks networks) {
        this.lookup = lookup;
        this.networks = networks;
    }

    void register(Router router) {
        router.on(
                "GET",
                "/compute/v2.1/servers/{id}/os-interface",
                "list-interfaces",
                call -> Reply.ok(object(
                        "interfaceAttachments",
                        networks.portsOf(lookup.get(call).id()).stream()
                                .map(Interfaces::view)
                                .toList())));
    }

    private static Map<String, Object> view(NetResource port) {
        return object(
                "port_id", port.id(),
                "net_id", port.text("network_id"),
                "mac_addr", port.text("mac_address"),
                "port_state", port.text("status"),
                "fixed_ips", port.attributes().get("fixed_ips"));
    }
}
