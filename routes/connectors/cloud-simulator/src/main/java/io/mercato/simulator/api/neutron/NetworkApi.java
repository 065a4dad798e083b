package io.mercato.simulator.api.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.Seeds;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Networks and subnets. */
final class NetworkApi {
    private final CloudState state;
    private final Networks networks;
    private final NetCollection all;
    private final NetCollection subnets;

    NetworkApi(CloudState state, Networks networks) {
        this.state = state;
        this.networks = networks;
        this.all = new NetCollection(
                state.networks, "networks", "Network", List.of("name", "description", "admin_state_up"));
        this.subnets = new NetCollection(
                state.subnets,
                "subnets",
                "Subnet",
                List.of("name", "description", "dns_nameservers", "enable_dhcp", "gateway_ip", "host_routes"));
    }

    void register(Router router) {
        all.register(
                router, (call, row) -> row.attributes(), this::createNetwork, (call, row) -> row, this::deleteNetwork);
        subnets.register(
                router, (call, row) -> row.attributes(), this::createSubnet, (call, row) -> row, this::deleteSubnet);
    }

    private NetResource createNetwork(Call call, JsonNode body) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        String name = Bodies.text(body, "name");
        Map<String, Object> attributes =
                Seeds.networkAttributes(id, name == null ? "" : name, call.projectId(), false, List.of(), now);
        if (body.hasNonNull("description")) {
            attributes.put("description", body.path("description").asText());
        }
        return state.networks.put(new NetResource(id, call.projectId(), attributes, now));
    }

    private void deleteNetwork(NetResource network) {
        boolean used = state.ports.contains(port -> network.id().equals(port.text("network_id")));
        if (used) {
            throw new ApiException(
                    409,
                    "NetworkInUse",
                    "Unable to complete operation on network " + network.id()
                            + ". There are one or more ports still in use on the network.");
        }
        state.subnets
                .select(subnet -> network.id().equals(subnet.text("network_id")))
                .forEach(subnet -> state.subnets.remove(subnet.id()));
        state.networks.remove(network.id());
    }

    private NetResource createSubnet(Call call, JsonNode body) {
        String networkId = Bodies.required(body, "network_id");
        NetResource network = state.networks
                .find(networkId)
                .filter(found -> call.identity().sees(found.projectId()))
                .orElseThrow(() -> all.missing(networkId));
        String cidr = Bodies.required(body, "cidr");
        if (!cidr.matches("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}|[0-9a-fA-F:]+/\\d{1,3}")) {
            throw new ApiException(
                    400, "HTTPBadRequest", "Invalid input for cidr. Reason: '" + cidr + "' is not a valid IP subnet.");
        }
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        String name = Bodies.text(body, "name");
        Map<String, Object> attributes =
                Seeds.subnetAttributes(id, name == null ? "" : name, call.projectId(), networkId, networks.pool(), now);
        attributes.put("cidr", cidr);
        attributes.put("gateway_ip", body.hasNonNull("gateway_ip") ? Bodies.text(body, "gateway_ip") : firstOf(cidr));
        attributes.put("ip_version", body.path("ip_version").asInt(4));
        attributes.put("enable_dhcp", body.path("enable_dhcp").asBoolean(true));
        attributes.put("dns_nameservers", Bodies.texts(body.path("dns_nameservers"), null));
        subnetsOf(network, id, true);
        return state.subnets.put(new NetResource(id, call.projectId(), attributes, now));
    }

    private static String firstOf(String cidr) {
        String base = cidr.substring(0, cidr.indexOf('/'));
        return base.replaceFirst("\\.0$", ".1");
    }

    private void subnetsOf(NetResource network, String subnetId, boolean add) {
        state.networks.update(network.id(), old -> {
            List<Object> ids = new ArrayList<>((List<?>) old.attributes().get("subnets"));
            ids.remove(subnetId);
            if (add) {
                ids.add(subnetId);
            }
            return old.with(Map.of("subnets", ids));
        });
    }

    private void deleteSubnet(NetResource subnet) {
        boolean used = state.ports.contains(
                port -> port.attributes().get("fixed_ips").toString().contains(subnet.id()));
        if (used) {
            throw new ApiException(
                    409,
                    "SubnetInUse",
                    "Unable to complete operation on subnet " + subnet.id()
                            + ": One or more ports have an IP allocation from this subnet.");
        }
        state.networks.find(subnet.text("network_id")).ifPresent(network -> subnetsOf(network, subnet.id(), false));
        state.subnets.remove(subnet.id());
    }
}
