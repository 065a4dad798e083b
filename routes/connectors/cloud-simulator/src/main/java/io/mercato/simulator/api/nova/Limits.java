package io.mercato.simulator.api.nova;

import static io.mercato.simulator.state.Json.object;

import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.http.Call;
import io.mercato.simulator.http.Reply;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.state.CloudState;
import io.mercato.simulator.state.Server;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Quotas and limits, zones, and the extensions that old clients ask for. */
final class Limits {
    private static final String ROOT = "/compute/v2.1";
    private static final List<String> EXTENSIONS = List.of(
            "os-keypairs",
            "os-security-groups",
            "os-quota-sets",
            "os-volumes",
            "os-availability-zone",
            "os-server-diagnostics",
            "os-attach-interfaces",
            "os-extended-volumes",
            "os-used-limits",
            "os-user-data",
            "os-config-drive",
            "os-flavor-extra-specs",
            "os-server-usage",
            "OS-EXT-STS",
            "OS-EXT-AZ",
            "OS-EXT-IPS",
            "OS-EXT-IPS-MAC",
            "OS-DCF",
            "OS-SRV-USG",
            "OS-FLV-EXT-DATA",
            "OS-FLV-DISABLED",
            "OS-EXT-IMG-SIZE");

    private final CloudState state;
    private final int instances;

    Limits(CloudState state, int instances) {
        this.state = state;
        this.instances = instances;
    }

    void register(Router router) {
        router.on("GET", ROOT + "/limits", "show-limits", this::limits);
        router.on(
                "GET",
                ROOT + "/os-quota-sets/{project}",
                "show-quota",
                call -> Reply.ok(object("quota_set", quota(call.variable("project")))));
        router.on(
                "GET",
                ROOT + "/os-quota-sets/{project}/defaults",
                "show-quota",
                call -> Reply.ok(object("quota_set", quota(call.variable("project")))));
        router.on(
                "GET",
                ROOT + "/os-availability-zone",
                "list-zones",
                call -> Reply.ok(object(
                        "availabilityZoneInfo",
                        List.of(object("zoneName", "nova", "zoneState", object("available", true), "hosts", null)))));
        router.on(
                "GET",
                ROOT + "/extensions",
                "list-extensions",
                call -> Reply.ok(object(
                        "extensions", EXTENSIONS.stream().map(Limits::extension).toList())));
        router.on(
                "GET",
                ROOT + "/extensions/{alias}",
                "list-extensions",
                call -> Reply.ok(object("extension", extension(call.variable("alias")))));
    }

    private static Map<String, Object> extension(String alias) {
        return object(
                "alias",
                alias,
                "name",
                alias,
                "namespace",
                "http://docs.openstack.org/compute/ext/fake_xml",
                "description",
                alias,
                "updated",
                "2014-12-03T00:00:00Z",
                "links",
                List.of());
    }

    private Map<String, Object> quota(String project) {
        return object(
                "id", project,
                "instances", instances,
                "cores", -1,
                "ram", -1,
                "key_pairs", -1,
                "metadata_items", 128,
                "server_groups", 10,
                "server_group_members", 10,
                "fixed_ips", -1,
                "floating_ips", -1,
                "security_groups", -1,
                "security_group_rules", -1,
                "injected_files", 5,
                "injected_file_content_bytes", 10240,
                "injected_file_path_bytes", 255);
    }

    private Reply limits(Call call) {
        List<Server> own = state.servers.select(server -> server.projectId().equals(call.projectId()));
        Map<String, Object> absolute = object(
                "maxTotalInstances", instances,
                "maxTotalCores", -1,
                "maxTotalRAMSize", -1,
                "maxTotalKeypairs", -1,
                "maxServerMeta", 128,
                "maxImageMeta", 128,
                "maxPersonality", 5,
                "maxPersonalitySize", 10240,
                "maxSecurityGroups", -1,
                "maxSecurityGroupRules", -1,
                "maxServerGroups", 10,
                "maxServerGroupMembers", 10,
                "maxTotalFloatingIps", -1,
                "totalInstancesUsed", own.size(),
                "totalCoresUsed", flavors(own).mapToInt(Flavor::vcpus).sum(),
                "totalRAMUsed", flavors(own).mapToInt(Flavor::ramMegabytes).sum(),
                "totalServerGroupsUsed", 0,
                "totalSecurityGroupsUsed", 0,
                "totalFloatingIpsUsed", 0);
        return Reply.ok(object("limits", object("rate", List.of(), "absolute", absolute)));
    }

    private static Stream<Flavor> flavors(List<Server> servers) {
        return servers.stream().map(server -> Flavor.get(server.spec().flavorId()));
    }
}
