package io.mercato.simulator.cloud;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.api.Times;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Addresses and the ports that hold them. Whatever a subnet says, addresses come from the loopback range. */
public final class Networks {
    private final CloudState state;
    private final AddressPool pool;

    public Networks(CloudState state, AddressPool pool) {
        this.state = state;
        this.pool = pool;
        state.ports.select(port -> true).forEach(port -> addresses(port).forEach(pool::reserve));
        state.floatingIps.select(ip -> true).forEach(ip -> pool.reserve(ip.text("floating_ip_address")));
    }

    public AddressPool pool() {
        return pool;
    }

    /** The fixed addresses of a port. */
    public static List<String> addresses(NetResource port) {
        List<String> addresses = new ArrayList<>();
        if (port.attributes().get("fixed_ips") instanceof List<?> fixed) {
            fixed.forEach(ip -> addresses.add(((Map<?, ?>) ip).get("ip_address").toString()));
        }
        return addresses;
    }

    /** The network, if the project may use it. */
    public NetResource usable(String networkId, String projectId) {
        return state.networks
                .find(networkId)
                .filter(network -> network.projectId().equals(projectId)
                        || Boolean.TRUE.equals(network.attributes().get("shared"))
                        || Boolean.TRUE.equals(network.attributes().get("router:external")))
                .orElseThrow(() -> ApiException.badRequest("Network " + networkId + " could not be found."));
    }

    /** The networks that a server gets when it asks for none. */
    public List<NetResource> own(String projectId) {
        return state.networks.select(network -> network.projectId().equals(projectId)
                && !Boolean.TRUE.equals(network.attributes().get("router:external")));
    }

    /** Makes a port with the next free address. */
    public NetResource createPort(String networkId, String projectId, String name, List<String> securityGroupIds) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        String subnet = state.subnets.select(candidate -> networkId.equals(candidate.text("network_id"))).stream()
                .findFirst()
                .map(NetResource::id)
                .orElseThrow(() -> ApiException.badRequest(
                        "Network " + networkId + " requires a subnet in order to boot instances on."));
        Map<String, Object> attributes = object(
                "id",
                id,
                "name",
                name,
                "network_id",
                networkId,
                "tenant_id",
                projectId,
                "project_id",
                projectId,
                "mac_address",
                mac(),
                "admin_state_up",
                true,
                "status",
                "DOWN",
                "device_id",
                "",
                "device_owner",
                "",
                "fixed_ips",
                List.of(object("subnet_id", subnet, "ip_address", pool.take())),
                "allowed_address_pairs",
                List.of(),
                "security_groups",
                securityGroupIds,
                "port_security_enabled",
                true,
                "binding:vnic_type",
                "normal",
                "description",
                "",
                "created_at",
                Times.seconds(now),
                "updated_at",
                Times.seconds(now));
        return state.ports.put(new NetResource(id, projectId, attributes, now));
    }

    private static String mac() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format("fa:16:3e:%02x:%02x:%02x", random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** Plugs the port into a server. */
    public void plug(String portId, String serverId) {
        state.ports.update(
                portId,
                port -> port.with(object("device_id", serverId, "device_owner", "compute:nova", "status", "ACTIVE")));
    }

    /** The ports of a server, in the order in which they were made. */
    public List<NetResource> portsOf(String serverId) {
        List<NetResource> ports = new ArrayList<>(state.ports.select(port -> serverId.equals(port.text("device_id"))));
        Collections.reverse(ports);
        return ports;
    }

    public List<NetResource> floatingIpsOf(NetResource port) {
        return state.floatingIps.select(ip -> port.id().equals(ip.text("port_id")));
    }

    /** All addresses on which a server answers. */
    public List<String> addressesOf(String serverId) {
        List<String> addresses = new ArrayList<>();
        for (NetResource port : portsOf(serverId)) {
            addresses.addAll(addresses(port));
            floatingIpsOf(port).forEach(ip -> addresses.add(ip.text("floating_ip_address")));
        }
        return addresses;
    }

    /** Removes ports whose server was never made, because the program was killed in between. */
    void dropStrayPorts() {
        state.ports
                .select(port -> "compute:nova".equals(port.text("device_owner"))
                        && state.servers.find(port.text("device_id")).isEmpty())
                .forEach(this::deletePort);
    }

    /** Removes a port and gives its addresses back; its floating addresses stay with the project. */
    public void deletePort(NetResource port) {
        for (NetResource ip : floatingIpsOf(port)) {
            state.floatingIps.update(
                    ip.id(),
                    old -> old.with(
                            object("port_id", null, "fixed_ip_address", null, "router_id", null, "status", "DOWN")));
        }
        state.ports.remove(port.id());
        addresses(port).forEach(pool::release);
    }
}
