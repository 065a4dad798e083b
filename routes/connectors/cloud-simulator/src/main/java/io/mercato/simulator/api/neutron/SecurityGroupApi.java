package io.mercato.simulator.api.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.SecurityGroups;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Security groups and their rules. */
final class SecurityGroupApi {
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "icmp", "icmpv6", "ipv6-icmp", "sctp", "any");

    private final CloudState state;
    private final SecurityGroups groups;
    private final NetCollection all;
    private final NetCollection rules;

    SecurityGroupApi(CloudState state, SecurityGroups groups) {
        this.state = state;
        this.groups = groups;
        this.all = new NetCollection(
                state.securityGroups, "security-groups", "SecurityGroup", List.of("name", "description"));
        this.rules = new NetCollection(
                state.securityGroupRules, "security-group-rules", "SecurityGroupRule", List.of("description"));
    }

    void register(Router router) {
        all.register(router, (call, row) -> view(row), this::create, (call, row) -> row, this::delete);
        rules.register(
                router,
                (call, row) -> row.attributes(),
                this::createRule,
                (call, row) -> row,
                rule -> state.securityGroupRules.remove(rule.id()));
    }

    private Map<String, Object> view(NetResource group) {
        Map<String, Object> view = new LinkedHashMap<>(group.attributes());
        view.put(
                "security_group_rules",
                groups.rulesOf(group.id()).stream().map(NetResource::attributes).toList());
        return view;
    }

    private NetResource create(Call call, JsonNode body) {
        String name = Bodies.text(body, "name");
        if ("default".equals(name)) {
            throw new ApiException(409, "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
        }
        String description = Bodies.text(body, "description");
        return groups.create(
                UUID.randomUUID().toString(),
                call.projectId(),
                name == null ? "" : name,
                description == null ? "" : description);
    }

    private void delete(NetResource group) {
        if ("default".equals(group.text("name"))) {
            throw new ApiException(
                    409,
                    "SecurityGroupCannotRemoveDefault",
                    "Insufficient rights for removing default security group.");
        }
        if (groups.isInUse(group.id())) {
            throw new ApiException(409, "SecurityGroupInUse", "Security Group " + group.id() + " in use.");
        }
        groups.delete(group.id());
    }

    private NetResource createRule(Call call, JsonNode body) {
        String groupId = Bodies.required(body, "security_group_id");
        NetResource group = state.securityGroups
                .find(groupId)
                .filter(found -> call.identity().sees(found.projectId()))
                .orElseThrow(() -> all.missing(groupId));
        Map<String, Object> rule = Bodies.map(body);
        check(body);
        rule.putIfAbsent("ethertype", "IPv4");
        return groups.addRule(group, rule);
    }

    private static void check(JsonNode rule) {
        String direction = Bodies.required(rule, "direction");
        if (!Set.of("ingress", "egress").contains(direction)) {
            throw new ApiException(
                    400,
                    "HTTPBadRequest",
                    "Invalid input for direction. Reason: '" + direction + "' is not in ['ingress', 'egress'].");
        }
        String protocol = Bodies.text(rule, "protocol");
        if (protocol != null
                && !PROTOCOLS.contains(protocol.toLowerCase(Locale.ROOT))
                && !protocol.matches("\\d{1,3}")) {
            throw new ApiException(
                    400,
                    "SecurityGroupRuleInvalidProtocol",
                    "Security group rule protocol " + protocol + " not supported.");
        }
        int from = rule.path("port_range_min").asInt(0);
        int to = rule.path("port_range_max").asInt(from);
        if (protocol == null && from > 0) {
            throw new ApiException(
                    400,
                    "SecurityGroupProtocolRequiredWithPorts",
                    "Must also specify protocol if port range is given.");
        }
        if (from > to || to > 65535) {
            throw new ApiException(
                    400,
                    "SecurityGroupInvalidPortRange",
                    "For TCP/UDP protocols, port_range_min must be <= port_range_max");
        }
    }
}
