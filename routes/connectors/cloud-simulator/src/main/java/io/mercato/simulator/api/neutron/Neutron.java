package io.mercato.simulator.api.neutron;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.SecurityGroups;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import java.util.List;

/** Neutron v2.0. */
public final class Neutron {
    private Neutron() {}

    public static void register(Router router, CloudState state, Networks networks, Servers servers) {
        new NetworkApi(state, networks).register(router);
        new PortApi(state, networks, servers).register(router);
        new RouterApi(state, networks).register(router);
        new SecurityGroupApi(state, new SecurityGroups(state)).register(router);
        new FloatingIpApi(state, networks, servers).register(router);
        router.on(
                "GET",
                "/network/v2.0/quotas/{id}",
                "show-network-quota",
                call -> Reply.ok(object(
                        "quota",
                        object(
                                "network",
                                -1,
                                "subnet",
                                -1,
                                "port",
                                -1,
                                "router",
                                -1,
                                "floatingip",
                                -1,
                                "security_group",
                                -1,
                                "security_group_rule",
                                -1))));
        router.on(
                "GET",
                "/network/v2.0/extensions",
                "list-network-extensions",
                call -> Reply.ok(object(
                        "extensions",
                        List.of("security-group", "router", "external-net", "quotas", "binding").stream()
                                .map(alias -> object(
                                        "alias", alias,
                                        "name", alias,
                                        "description", alias,
                                        "updated", "2013-01-01T10:00:00-00:00",
                                        "links", List.of()))
                                .toList())));
    }
}
