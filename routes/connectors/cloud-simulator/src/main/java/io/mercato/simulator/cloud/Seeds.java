package io.mercato.simulator.cloud;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.api.Times;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a fresh cloud has: a network "public" for all, and "private" with its subnet and group for each project. */
public final class Seeds {
    private final CloudState state;
    private final AddressPool pool;

    public Seeds(CloudState state, AddressPool pool) {
        this.state = state;
        this.pool = pool;
    }

    /** Adds what is missing; what a user has deleted of a project that exists stays deleted. */
    public void plant(List<String> projectIds, String adminProject) {
        if (state.networks.find(id("network/public")).isPresent()) {
            return;
        }
        network(id("network/public"), "public", adminProject, true);
        for (String project : projectIds) {
            network(id("network/private/" + project), "private", project, false);
            new SecurityGroups(state).create(id("group/" + project), project, "default", "Default security group");
        }
    }

    private void network(String id, String name, String project, boolean external) {
        Instant now = Instant.now();
        String subnet = id("subnet/" + id);
        state.networks.put(new NetResource(
                id, project, networkAttributes(id, name, project, external, List.of(subnet), now), now));
        state.subnets.put(new NetResource(
                subnet, project, subnetAttributes(subnet, name + "-subnet", project, id, pool, now), now));
    }

    /** A network as Neutron shows it. */
    public static Map<String, Object> networkAttributes(
            String id, String name, String project, boolean external, List<String> subnets, Instant now) {
        return object(
                "id",
                id,
                "name",
                name,
                "tenant_id",
                project,
                "project_id",
                project,
                "admin_state_up",
                true,
                "status",
                "ACTIVE",
                "subnets",
                subnets,
                "shared",
                false,
                "router:external",
                external,
                "availability_zone_hints",
                List.of(),
                "availability_zones",
                List.of("nova"),
                "mtu",
                1442,
                "port_security_enabled",
                true,
                "description",
                "",
                "tags",
                List.of(),
                "revision_number",
                1,
                "created_at",
                Times.seconds(now),
                "updated_at",
                Times.seconds(now));
    }

    /** A subnet as Neutron shows it. */
    public static Map<String, Object> subnetAttributes(
            String id, String name, String project, String network, AddressPool pool, Instant now) {
        return object(
                "id",
                id,
                "name",
                name,
                "tenant_id",
                project,
                "project_id",
                project,
                "network_id",
                network,
                "ip_version",
                4,
                "cidr",
                pool.range(),
                "gateway_ip",
                pool.gateway(),
                "enable_dhcp",
                true,
                "dns_nameservers",
                List.of(),
                "host_routes",
                List.of(),
                "allocation_pools",
                List.of(),
                "ipv6_address_mode",
                null,
                "ipv6_ra_mode",
                null,
                "description",
                "",
                "tags",
                List.of(),
                "revision_number",
                0,
                "created_at",
                Times.seconds(now),
                "updated_at",
                Times.seconds(now));
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(("mercato-simulated-cloud/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
