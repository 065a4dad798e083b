package io.mercato.simulator.cloud;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.api.Times;
import io.mercato.simulator.http.ApiException;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.NetResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Security groups and their rules. They are kept as the real ones are; traffic on loopback is not filtered. */
public final class SecurityGroups {
    private static final List<String> IDENTITY = List.of(
            "direction",
            "ethertype",
            "protocol",
            "port_range_min",
            "port_range_max",
            "remote_ip_prefix",
            "remote_group_id");

    private final CloudState state;

    public SecurityGroups(CloudState state) {
        this.state = state;
    }

    /** Makes a group with the rules that let everything out. */
    public NetResource create(String id, String projectId, String name, String description) {
        Instant now = Instant.now();
        Map<String, Object> attributes = object(
                "id",
                id,
                "name",
                name,
                "description",
                description,
                "tenant_id",
                projectId,
                "project_id",
                projectId,
                "stateful",
                true,
                "tags",
                List.of(),
                "revision_number",
                1,
                "created_at",
                Times.seconds(now),
                "updated_at",
                Times.seconds(now));
        NetResource group = state.securityGroups.put(new NetResource(id, projectId, attributes, now));
        for (String version : List.of("IPv4", "IPv6")) {
            addRule(group, object("direction", "egress", "ethertype", version));
        }
        return group;
    }

    public List<NetResource> rulesOf(String groupId) {
        return state.securityGroupRules.select(rule -> groupId.equals(rule.text("security_group_id")));
    }

    /** Adds a rule; one that says the same is a conflict. */
    public synchronized NetResource addRule(NetResource group, Map<String, Object> given) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        Map<String, Object> rule = object(
                "id", id,
                "security_group_id", group.id(),
                "tenant_id", group.projectId(),
                "project_id", group.projectId(),
                "description", Objects.toString(given.get("description"), ""));
        IDENTITY.forEach(name -> rule.put(name, given.get(name)));
        rule.putIfAbsent("ethertype", "IPv4");
        rule.put("created_at", Times.seconds(now));
        rule.put("updated_at", Times.seconds(now));
        rule.put("revision_number", 0);
        for (NetResource other : rulesOf(group.id())) {
            if (same(other.attributes(), rule)) {
                throw new ApiException(
                        409,
                        "SecurityGroupRuleExists",
                        "Security group rule already exists. Rule id is " + other.id() + ".");
            }
        }
        return state.securityGroupRules.put(new NetResource(id, group.projectId(), rule, now));
    }

    private static boolean same(Map<String, Object> one, Map<String, Object> other) {
        return IDENTITY.stream()
                .allMatch(name -> Objects.toString(one.get(name), "").equals(Objects.toString(other.get(name), "")));
    }

    /** The group that a server names, by name or by id. */
    public NetResource named(String nameOrId, String projectId) {
        return ofProject(projectId)
                .filter(group -> group.id().equals(nameOrId) || nameOrId.equals(group.text("name")))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.badRequest("Unable to find security_group with name or id '" + nameOrId + "'"));
    }

    private Stream<NetResource> ofProject(String projectId) {
        return state.securityGroups.select(group -> group.projectId().equals(projectId)).stream();
    }

    public boolean isInUse(String groupId) {
        return state.ports.contains(
                port -> port.attributes().get("security_groups") instanceof List<?> groups && groups.contains(groupId));
    }

    public void delete(String groupId) {
        rulesOf(groupId).forEach(rule -> state.securityGroupRules.remove(rule.id()));
        state.securityGroups.remove(groupId);
    }
}
