package io.mercato.simulator.api.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.util.List;

/** Ports. */
final class PortApi {
    private final CloudState state;
    private final Networks networks;
    private final Servers servers;
    private final NetCollection all;

    PortApi(CloudState state, Networks networks, Servers servers) {
        this.state = state;
        this.networks = networks;
        this.servers = servers;
        this.all = new NetCollection(
                state.ports,
                "ports",
                "Port",
                List.of("name", "description", "security_groups", "admin_state_up", "allowed_address_pairs"));
    }

    void register(Router router) {
        all.register(router, (call, row) -> row.attributes(), this::create, (call, row) -> row, this::delete);
    }

    private NetResource create(Call call, JsonNode body) {
        String network = networks.usable(Bodies.required(body, "network_id"), call.projectId())
                .id();
        String name = Bodies.text(body, "name");
        List<String> groups = body.path("security_groups").isArray()
                ? Bodies.texts(body.path("security_groups"), null)
                : state
                        .securityGroups
                        .select(group ->
                                group.projectId().equals(call.projectId()) && "default".equals(group.text("name")))
                        .stream()
                        .map(NetResource::id)
                        .toList();
        return networks.createPort(network, call.projectId(), name == null ? "" : name, groups);
    }

    private void delete(NetResource port) {
        String server = port.text("device_id");
        networks.deletePort(port);
        if (!server.isEmpty()) {
            servers.refresh(server);
        }
    }
}
