package io.mercato.simulator.api.neutron;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.api.Times;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Routers: kept, with their interfaces; on loopback there is nothing to route. */
final class RouterApi {
    private final CloudState state;
    private final Networks networks;
    private final NetCollection all;

    RouterApi(CloudState state, Networks networks) {
        this.state = state;
        this.networks = networks;
        this.all = new NetCollection(
                state.routers,
                "routers",
                "Router",
                List.of("name", "description", "admin_state_up", "external_gateway_info"));
    }

    void register(Router router) {
        all.register(router, (call, row) -> row.attributes(), this::create, (call, row) -> row, this::delete);
        String one = "/network/v2.0/routers/{id}";
        router.on("PUT", one + "/add_router_interface", "add-router-interface", this::addInterface);
        router.on("PUT", one + "/remove_router_interface", "remove-router-interface", this::removeInterface);
    }

    private NetResource create(Call call, JsonNode body) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        Object gateway =
                body.hasNonNull("external_gateway_info") ? Bodies.map(body.path("external_gateway_info")) : null;
        Map<String, Object> attributes = object(
                "id",
                id,
                "name",
                body.path("name").asText(""),
                "tenant_id",
                call.projectId(),
                "project_id",
                call.projectId(),
                "admin_state_up",
                true,
                "status",
                "ACTIVE",
                "external_gateway_info",
                gateway,
                "routes",
                List.of(),
                "distributed",
                false,
                "ha",
                false,
                "description",
                "",
                "tags",
                List.of(),
                "created_at",
                Times.seconds(now),
                "updated_at",
                Times.seconds(now));
        return state.routers.put(new NetResource(id, call.projectId(), attributes, now));
    }

    private NetResource own(Call call) {
        String id = call.variable("id");
        return state.routers
                .find(id)
                .filter(row -> call.identity().sees(row.projectId()))
                .orElseThrow(() -> all.missing(id));
    }

    private List<NetResource> interfaces(String routerId) {
        return state.ports.select(port -> routerId.equals(port.text("device_id")));
    }

    private NetResource subnet(Call call) {
        String id = Bodies.required(call.body(), "subnet_id");
        return state.subnets
                .find(id)
                .filter(subnet -> call.identity().sees(subnet.projectId()))
                .orElseThrow(() -> new ApiException(404, "SubnetNotFound", "Subnet " + id + " could not be found."));
    }

    private Reply addInterface(Call call) {
        NetResource row = own(call);
        NetResource subnet = subnet(call);
        String network = subnet.text("network_id");
        if (find(row, network) != null) {
            throw new ApiException(
                    400, "BadRequest", "Bad router request: Router already has a port on subnet " + subnet.id() + ".");
        }
        NetResource port = networks.createPort(network, row.projectId(), "", List.of());
        state.ports.update(
                port.id(),
                old -> old.with(
                        object("device_id", row.id(), "device_owner", "network:router_interface", "status", "ACTIVE")));
        return Reply.ok(answer(row, subnet, port));
    }

    private NetResource find(NetResource row, String network) {
        return interfaces(row.id()).stream()
                .filter(port -> network.equals(port.text("network_id")))
                .findFirst()
                .orElse(null);
    }

    private Reply removeInterface(Call call) {
        NetResource row = own(call);
        NetResource subnet = subnet(call);
        NetResource port = find(row, subnet.text("network_id"));
        if (port == null) {
            throw new ApiException(
                    404,
                    "RouterInterfaceNotFoundForSubnet",
                    "Router " + row.id() + " has no interface on subnet " + subnet.id());
        }
        networks.deletePort(port);
        return Reply.ok(answer(row, subnet, port));
    }

    private static Map<String, Object> answer(NetResource row, NetResource subnet, NetResource port) {
        return object(
                "id", row.id(),
                "tenant_id", row.projectId(),
                "project_id", row.projectId(),
                "network_id", subnet.text("network_id"),
                "subnet_id", subnet.id(),
                "subnet_ids", List.of(subnet.id()),
                "port_id", port.id());
    }

    private void delete(NetResource row) {
        if (!interfaces(row.id()).isEmpty()) {
            throw new ApiException(409, "RouterInUse", "Router " + row.id() + " still has ports");
        }
        state.routers.remove(row.id());
    }
}
