package io.mercato.simulator.api.neutron;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.api.Times;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Floating addresses: of the same range as all; the machine behind the port answers on them too. */
final class FloatingIpApi {
    private final CloudState state;
    private final Networks networks;
    private final Servers servers;
    private final NetCollection all;

    FloatingIpApi(CloudState state, Networks networks, Servers servers) {
        this.state = state;
        this.networks = networks;
        this.servers = servers;
        this.all = new NetCollection(
                state.floatingIps, "floatingips", "FloatingIP", List.of("port_id", "description", "fixed_ip_address"));
    }

    void register(Router router) {
        all.register(router, (call, row) -> row.attributes(), this::create, this::changed, this::delete);
    }

    private NetResource create(Call call, JsonNode body) {
        String network = Bodies.required(body, "floating_network_id");
        if (!isExternal(network)) {
            throw new ApiException(
                    400,
                    "BadRequest",
                    "Bad floatingip request: Network " + network + " is not a valid external network.");
        }
        NetResource port = port(call, Bodies.text(body, "port_id"));
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        Map<String, Object> attributes = object(
                "id",
                id,
                "tenant_id",
                call.projectId(),
                "project_id",
                call.projectId(),
                "floating_network_id",
                network,
                "floating_ip_address",
                networks.pool().take(),
                "fixed_ip_address",
                null,
                "port_id",
                null,
                "router_id",
                null,
                "status",
                "DOWN",
                "description",
                body.path("description").asText(""),
                "tags",
                List.of(),
                "revision_number",
                0,
                "created_at",
                Times.seconds(now),
                "updated_at",
                Times.seconds(now));
        state.floatingIps.put(new NetResource(id, call.projectId(), attributes, now));
        return associate(id, port);
    }

    private boolean isExternal(String network) {
        return state.networks
                .find(network)
                .filter(found -> Boolean.TRUE.equals(found.attributes().get("router:external")))
                .isPresent();
    }

    /** The port of that id; null for null. */
    private NetResource port(Call call, String id) {
        return id == null
                ? null
                : state.ports
                        .find(id)
                        .filter(port -> call.identity().sees(port.projectId()))
                        .orElseThrow(
                                () -> new ApiException(404, "PortNotFound", "Port " + id + " could not be found."));
    }

    private NetResource associate(String id, NetResource port) {
        List<String> fixed = port == null ? List.of() : Networks.addresses(port);
        Map<String, Object> link = object(
                "port_id", port == null ? null : port.id(),
                "fixed_ip_address", fixed.isEmpty() ? null : fixed.get(0),
                "status", port == null ? "DOWN" : "ACTIVE");
        NetResource updated =
                state.floatingIps.update(id, old -> old.with(link)).orElseThrow(() -> all.missing(id));
        if (port != null) {
            servers.refresh(port.text("device_id"));
        }
        return updated;
    }

    private NetResource changed(Call call, NetResource row) {
        if (!call.body().path("floatingip").has("port_id")) {
            return row;
        }
        NetResource updated = associate(row.id(), port(call, row.text("port_id")));
        refreshAll(row);
        return updated;
    }

    /** The server that lost the address has to fall silent on it. */
    private void refreshAll(NetResource row) {
        state.servers
                .select(server -> server.projectId().equals(row.projectId()))
                .forEach(server -> servers.refresh(server.id()));
    }

    private void delete(NetResource row) {
        state.floatingIps.remove(row.id());
        refreshAll(row);
        networks.pool().release(row.text("floating_ip_address"));
    }
}
