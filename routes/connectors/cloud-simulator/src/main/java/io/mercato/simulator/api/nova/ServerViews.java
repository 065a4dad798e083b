package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.api.Times;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.Volumes;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import io.mercato.simulator.state.Server;
import io.mercato.simulator.state.ServerState;
import io.mercato.simulator.state.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers as Nova shows them at microversion 2.1. */
final class ServerViews {
    private final CloudState state;
    private final Networks networks;
    private final Volumes volumes;

    ServerViews(CloudState state, Networks networks, Volumes volumes) {
        this.state = state;
        this.networks = networks;
        this.volumes = volumes;
    }

    static List<Map<String, Object>> links(Call call, String kind, String id) {
        return List.of(
                object("rel", "self", "href", call.base() + "/compute/v2.1/" + kind + "/" + id),
                object("rel", "bookmark", "href", call.base() + "/compute/" + kind + "/" + id));
    }

    static Map<String, Object> brief(Call call, Server server) {
        return object("id", server.id(), "name", server.name(), "links", links(call, "servers", server.id()));
    }

    Map<String, Object> detail(Call call, Server server) {
        ServerState now = server.state();
        String flavor = server.spec().flavorId();
        String image = server.spec().imageId();
        boolean placed = now.launchedAt() != null;
        Map<String, Object> view = object(
                "id", server.id(),
                "name", server.name(),
                "status", now.status(),
                "tenant_id", server.projectId(),
                "user_id", server.userId(),
                "metadata", server.metadata(),
                "hostId", placed ? "0f5a1c8c5c1a4f4bb0a6f0c2c2a6d7d1e4b0a9f87f3e6b5c4d3a2b19" : "",
                "image",
                        object(
                                "id",
                                image,
                                "links",
                                links(call, "images", image).subList(1, 2)),
                "flavor",
                        object(
                                "id",
                                flavor,
                                "links",
                                links(call, "flavors", flavor).subList(1, 2)),
                "created", Times.seconds(server.created()),
                "updated", Times.seconds(server.updated()),
                "addresses", addresses(server),
                "accessIPv4", "",
                "accessIPv6", "",
                "links", links(call, "servers", server.id()),
                "OS-DCF:diskConfig", "MANUAL",
                "OS-EXT-AZ:availability_zone", placed ? server.spec().zone() : "",
                "config_drive", "",
                "key_name", server.spec().keyName(),
                "OS-SRV-USG:launched_at", placed ? Times.bareMicros(now.launchedAt()) : null,
                "OS-SRV-USG:terminated_at", null,
                "OS-EXT-STS:task_state", now.taskState(),
                "OS-EXT-STS:vm_state", now.vmState(),
                "OS-EXT-STS:power_state", now.power().code,
                "os-extended-volumes:volumes_attached",
                        volumes.attachedTo(server.id()).stream()
                                .map(ServerViews::volume)
                                .toList(),
                "security_groups", groups(server));
        Integer progress = progress(now);
        if (progress != null) {
            view.put("progress", progress);
        }
        if (now.fault() != null) {
            view.put("fault", object("code", 500, "created", Times.seconds(server.updated()), "message", now.fault()));
        }
        return view;
    }

    /** Nova shows it in these states only. */
    private static Integer progress(ServerState now) {
        return switch (now.status()) {
            case "BUILD" -> now.due() != null && now.due().isAfter(Instant.now()) ? 0 : 100;
            case "ACTIVE", "RESIZE", "VERIFY_RESIZE", "REBOOT" -> 0;
            default -> null;
        };
    }

    private static Map<String, Object> volume(Volume volume) {
        return object("id", volume.id());
    }

    private static List<Map<String, Object>> groups(Server server) {
        return server.spec().securityGroups().stream()
                .map(name -> object("name", name))
                .toList();
    }

    /** By network; none while the server has not been placed. */
    Map<String, List<Object>> addresses(Server server) {
        Map<String, List<Object>> addresses = new LinkedHashMap<>();
        if (server.state().launchedAt() == null) {
            return addresses;
        }
        for (NetResource port : networks.portsOf(server.id())) {
            String network = state.networks
                    .find(port.text("network_id"))
                    .map(found -> found.text("name"))
                    .orElse("unknown");
            List<Object> list = addresses.computeIfAbsent(network, name -> new ArrayList<>());
            Networks.addresses(port).forEach(ip -> list.add(address(port, ip, "fixed")));
            networks.floatingIpsOf(port)
                    .forEach(ip -> list.add(address(port, ip.text("floating_ip_address"), "floating")));
        }
        return addresses;
    }

    private static Map<String, Object> address(NetResource port, String ip, String type) {
        return object(
                "version", 4, "addr", ip, "OS-EXT-IPS:type", type, "OS-EXT-IPS-MAC:mac_addr", port.text("mac_address"));
    }
}
