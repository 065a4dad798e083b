package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.api.Bodies;
import io.mercato.simulator.cloud.SecurityGroups;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Nova's os-security-groups, the old way to Neutron's groups: only the rules that let something in are seen. */
final class OldSecurityGroups {
    private static final String ROOT = "/compute/v2.1/os-security-groups";
    private static final String RULES = "/compute/v2.1/os-security-group-rules";

    private final CloudState state;
    private final SecurityGroups groups;

    OldSecurityGroups(CloudState state, SecurityGroups groups) {
        this.state = state;
        this.groups = groups;
    }

    void register(Router router) {
        router.on(
                "GET",
                ROOT,
                "list-security-groups",
                call -> Reply.ok(object(
                        "security_groups",
                        state.securityGroups.select(group -> group.projectId().equals(call.projectId())).stream()
                                .map(this::view)
                                .toList())));
        router.on("POST", ROOT, "create-security-group", this::create);
        router.on(
                "GET",
                ROOT + "/{id}",
                "show-security-group",
                call -> Reply.ok(object("security_group", view(find(call, call.variable("id"))))));
        router.on("DELETE", ROOT + "/{id}", "delete-security-group", this::delete);
        router.on("POST", RULES, "create-security-group-rule", this::createRule);
        router.on("DELETE", RULES + "/{id}", "delete-security-group-rule", this::deleteRule);
    }

    private NetResource find(Call call, String id) {
        return state.securityGroups
                .find(id)
                .filter(group -> group.projectId().equals(call.projectId()))
                .orElseThrow(() -> ApiException.notFound("Security group " + id + " not found."));
    }

    private Map<String, Object> view(NetResource group) {
        List<Map<String, Object>> rules = groups.rulesOf(group.id()).stream()
                .filter(rule -> "ingress".equals(rule.text("direction")))
                .map(OldSecurityGroups::rule)
                .toList();
        return object(
                "id", group.id(),
                "name", group.text("name"),
                "description", group.text("description"),
                "tenant_id", group.projectId(),
                "rules", rules);
    }

    private static Map<String, Object> rule(NetResource rule) {
        String prefix = rule.text("remote_ip_prefix");
        return object(
                "id", rule.id(),
                "parent_group_id", rule.text("security_group_id"),
                "ip_protocol", rule.text("protocol"),
                "from_port", rule.attributes().get("port_range_min"),
                "to_port", rule.attributes().get("port_range_max"),
                "ip_range", prefix == null ? object() : object("cidr", prefix),
                "group", object());
    }

    private Reply create(Call call) {
        JsonNode body = call.need("security_group");
        String description = Bodies.text(body, "description");
        NetResource group = groups.create(
                UUID.randomUUID().toString(),
                call.projectId(),
                Bodies.required(body, "name"),
                description == null ? "" : description);
        return Reply.ok(object("security_group", view(group)));
    }

    private Reply delete(Call call) {
        NetResource group = find(call, call.variable("id"));
        if (groups.isInUse(group.id())) {
            throw ApiException.badRequest("Security group is still in use");
        }
        groups.delete(group.id());
        return Reply.empty(202);
    }

    private Reply createRule(Call call) {
        JsonNode body = call.need("security_group_rule");
        NetResource group = find(call, Bodies.required(body, "parent_group_id"));
        NetResource rule = groups.addRule(
                group,
                object(
                        "direction", "ingress",
                        "ethertype", "IPv4",
                        "protocol", Bodies.text(body, "ip_protocol"),
                        "port_range_min", body.path("from_port").asInt(),
                        "port_range_max", body.path("to_port").asInt(),
                        "remote_ip_prefix", Bodies.text(body, "cidr"),
                        "remote_group_id", Bodies.text(body, "group_id")));
        return Reply.ok(object("security_group_rule", rule(rule)));
    }

    private Reply deleteRule(Call call) {
        String id = call.variable("id");
        NetResource rule = state.securityGroupRules
                .find(id)
                .filter(found -> found.projectId().equals(call.projectId()))
                .orElseThrow(() -> ApiException.notFound("Security group rule " + id + " not found."));
        state.securityGroupRules.remove(rule.id());
        return Reply.empty(202);
    }
}
