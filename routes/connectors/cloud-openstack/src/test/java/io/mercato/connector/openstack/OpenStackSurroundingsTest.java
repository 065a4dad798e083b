package io.mercato.connector.openstack;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudAnswer.Prerequisites;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.cloud.CloudRequest.CheckPrerequisites;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.DescribeServer;
import io.mercato.domain.cloud.CloudRequest.EnsureFirewall;
import io.mercato.domain.cloud.CloudRequest.EnsureKey;
import io.mercato.domain.cloud.CloudRequest.EnsureNetwork;
import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.cloud.Owner;
import io.mercato.domain.cloud.ResourceKind;
import io.mercato.domain.error.ErrorKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a machine needs around it: flavor, image, quota, network, address, key and firewall. */
class OpenStackSurroundingsTest extends ConnectorTest {
    private static final Owner OWNER = new Owner("mercato", 7);
    private static final String NETWORKS = "/networking/v2.0/networks";
    private static final String GROUPS = "/networking/v2.0/security-groups";
    private static final String RULES = "/networking/v2.0/security-group-rules";
    private static final String KEYS = "/compute/v2.1/os-keypairs";
    private static FakeOpenStack cloud;

    @Autowired
    private OpenStackSessions sessions;

    @BeforeAll
    static void start() {
        cloud = new FakeOpenStack();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void forget() {
        cloud.reset();
        sessions.destroy();
    }

    private void flavorsImagesAndLimits(int instancesUsed) {
        cloud.json("GET", "/compute/v2.1/flavors/detail", 200, """
            {"flavors":[{"id":"f1","name":"s.small","vcpus":1,"ram":1024,"disk":10,"links":[]}]}""");
        cloud.json("GET", "/image/v2/images", 200, "{\"images\":[{\"id\":\"i1\",\"name\":\"debian-12\"}]}");
        cloud.json("GET", "/compute/v2.1/limits", 200, """
            {"limits":{"rate":[],"absolute":{"maxTotalInstances":10,"totalInstancesUsed":%d,"maxTotalCores":-1,
             "totalCoresUsed":9,"maxTotalRAMSize":51200,"totalRAMUsed":9216}}}""".formatted(instancesUsed));
        cloud.json("GET", "/volume/v3/p1/limits", 200, """
            {"limits":{"rate":[],"absolute":{"maxTotalVolumes":10,"totalVolumesUsed":3,"maxTotalVolumeGigabytes":100,
             "totalGigabytesUsed":95}}}""");
    }

    private static CheckPrerequisites check(String flavor, int gigabytes) {
        return new CheckPrerequisites(cloud.account(), OWNER, flavor, "debian-12", gigabytes);
    }

    @Test
    void flavor_and_image_are_found_by_name() {
        flavorsImagesAndLimits(3);

        assertThat(ask(CloudOperation.CHECK_PREREQUISITES, check("s.small", 5), Prerequisites.class))
                .isEqualTo(new Prerequisites("f1", "i1"));
    }

    @Test
    void flavor_and_image_are_looked_up_once_for_many_machines() {
        flavorsImagesAndLimits(3);

        ask(CloudOperation.CHECK_PREREQUISITES, check("s.small", 0), Prerequisites.class);
        ask(CloudOperation.CHECK_PREREQUISITES, check("s.small", 0), Prerequisites.class);

        cloud.wire().verify(1, getRequestedFor(urlPathEqualTo("/compute/v2.1/flavors/detail")));
        cloud.wire().verify(1, getRequestedFor(urlPathEqualTo("/image/v2/images")));
        cloud.wire().verify(1, postRequestedFor(urlPathEqualTo("/identity/v3/auth/tokens")));
    }

    @Test
    void a_flavor_that_is_not_there_is_refused() {
        flavorsImagesAndLimits(3);
        cloud.json("GET", "/compute/v2.1/flavors/x", 404, "{}");

        CloudException failure = failureOf(CloudOperation.CHECK_PREREQUISITES, check("x", 0));

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("flavor x");
    }

    @Test
    void an_image_that_is_not_there_is_refused() {
        flavorsImagesAndLimits(3);
        cloud.json("GET", "/image/v2/images", 200, "{\"images\":[]}");

        assertThat(failureOf(CloudOperation.CHECK_PREREQUISITES, check("s.small", 0)))
                .hasMessageContaining("image debian-12");
    }

    @Test
    void a_project_that_is_full_has_no_quota() {
        flavorsImagesAndLimits(10);

        assertThat(failureOf(CloudOperation.CHECK_PREREQUISITES, check("s.small", 0))
                        .key())
                .isEqualTo("cloud-quota-exceeded");
    }

    @Test
    void a_disk_that_does_not_fit_has_no_quota() {
        flavorsImagesAndLimits(3);

        assertThat(failureOf(CloudOperation.CHECK_PREREQUISITES, check("s.small", 6))
                        .key())
                .isEqualTo("cloud-quota-exceeded");
    }

    private static String network(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"status\":\"ACTIVE\",\"subnets\":[],\"shared\":false}";
    }

    private Ensured ensureNetwork(Map<String, String> options) {
        return ask(CloudOperation.ENSURE_NETWORK, new EnsureNetwork(cloud.account(options), OWNER), Ensured.class);
    }

    @Test
    void the_configured_network_is_found_by_name() {
        cloud.jsonWhereQuery(NETWORKS, "name", "blue", "{\"networks\":[" + network("n1", "blue") + "]}");

        assertThat(ensureNetwork(Map.of("network", "blue"))).isEqualTo(new Ensured(ResourceKind.NETWORK, "n1"));
    }

    @Test
    void a_configured_network_that_is_not_there_is_refused() {
        cloud.json("GET", NETWORKS, 200, "{\"networks\":[]}");
        cloud.json("GET", NETWORKS + "/blue", 404, "{}");

        CloudException failure = failureOf(
                CloudOperation.ENSURE_NETWORK, new EnsureNetwork(cloud.account(Map.of("network", "blue")), OWNER));

        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void the_only_network_of_the_project_is_taken() {
        cloud.json("GET", NETWORKS, 200, "{\"networks\":[]}");
        cloud.jsonWhereQuery(NETWORKS, "router:external", "false", "{\"networks\":[" + network("n7", "private") + "]}");

        assertThat(ensureNetwork(Map.of()).id()).isEqualTo("n7");
    }

    @Test
    void a_project_without_network_is_given_one_with_subnet_and_router() {
        cloud.json("GET", NETWORKS, 200, "{\"networks\":[]}");
        cloud.jsonWhereQuery(NETWORKS, "router:external", "true", "{\"networks\":[" + network("ext", "public") + "]}");
        cloud.json("POST", NETWORKS, 201, "{\"network\":" + network("n1", "mercato-network") + "}");
        cloud.json("GET", "/networking/v2.0/subnets", 200, "{\"subnets\":[]}");
        cloud.json("POST", "/networking/v2.0/subnets", 201, "{\"subnet\":{\"id\":\"sub1\",\"network_id\":\"n1\"}}");
        cloud.json("GET", "/networking/v2.0/routers", 200, "{\"routers\":[]}");
        cloud.json(
                "POST", "/networking/v2.0/routers", 201, "{\"router\":{\"id\":\"r1\",\"name\":\"mercato-network\"}}");
        cloud.json("GET", "/networking/v2.0/ports", 200, "{\"ports\":[]}");
        cloud.json("PUT", "/networking/v2.0/routers/r1/add_router_interface", 200, "{\"subnet_id\":\"sub1\"}");

        assertThat(ensureNetwork(Map.of("subnetCidr", "10.9.0.0/24")).id()).isEqualTo("n1");
        cloud.wire()
                .verify(postRequestedFor(urlPathEqualTo(NETWORKS))
                        .withRequestBody(matchingJsonPath("$.network.name", equalTo("mercato-network"))));
        cloud.wire()
                .verify(postRequestedFor(urlPathEqualTo("/networking/v2.0/subnets"))
                        .withRequestBody(matchingJsonPath("$.subnet.cidr", equalTo("10.9.0.0/24"))));
        cloud.wire()
                .verify(postRequestedFor(urlPathEqualTo("/networking/v2.0/routers"))
                        .withRequestBody(
                                matchingJsonPath("$.router.external_gateway_info.network_id", equalTo("ext"))));
    }

    private void runningWithoutFloatingAddress() {
        cloud.json("GET", "/compute/v2.1/servers/s1", 200, """
            {"server":{"id":"s1","name":"mercato-7-server","status":"ACTIVE","addresses":{"net":[
             {"addr":"10.0.0.7","version":4,"OS-EXT-IPS:type":"fixed"}]}}}""");
        cloud.jsonWhereQuery(NETWORKS, "name", "public", "{\"networks\":[" + network("ext", "public") + "]}");
        cloud.jsonWhereQuery("/networking/v2.0/ports", "device_id", "s1", "{\"ports\":[{\"id\":\"port1\"}]}");
    }

    private Server describeWithFloatingNetwork() {
        DescribeServer request = new DescribeServer(cloud.account(Map.of("floatingNetwork", "public")), "s1");
        return ask(CloudOperation.DESCRIBE_SERVER, request, Server.class);
    }

    @Test
    void a_running_machine_is_given_a_floating_address() {
        runningWithoutFloatingAddress();
        cloud.json("GET", "/networking/v2.0/floatingips", 200, "{\"floatingips\":[]}");
        cloud.json("POST", "/networking/v2.0/floatingips", 201, """
            {"floatingip":{"id":"fip1","floating_ip_address":"203.0.113.7","port_id":"port1"}}""");

        assertThat(describeWithFloatingNetwork().addresses()).containsExactly("203.0.113.7", "10.0.0.7");
        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/networking/v2.0/floatingips"))
                                .withRequestBody(matchingJsonPath("$.floatingip.floating_network_id", equalTo("ext")))
                                .withRequestBody(matchingJsonPath("$.floatingip.port_id", equalTo("port1")))
                                .withRequestBody(
                                        matchingJsonPath("$.floatingip.description", equalTo("mercato-7-server"))));
    }

    @Test
    void an_address_that_was_taken_before_is_used() {
        runningWithoutFloatingAddress();
        cloud.json("GET", "/networking/v2.0/floatingips", 200, """
            {"floatingips":[{"id":"fip1","description":"mercato-7-server","port_id":null}]}""");
        cloud.json("PUT", "/networking/v2.0/floatingips/fip1", 200, """
            {"floatingip":{"id":"fip1","floating_ip_address":"203.0.113.7","port_id":"port1"}}""");

        assertThat(describeWithFloatingNetwork().addresses()).first().isEqualTo("203.0.113.7");
        cloud.wire().verify(0, postRequestedFor(urlPathEqualTo("/networking/v2.0/floatingips")));
    }

    @Test
    void key_firewall_and_floating_address_go_when_a_machine_has_vanished() {
        cloud.json("GET", "/compute/v2.1/servers/s1", 404, "{}");
        cloud.json("GET", KEYS, 200, """
            {"keypairs":[{"keypair":{"name":"mercato-7-key-aaa","public_key":"k","fingerprint":"f"}},
             {"keypair":{"name":"mercato-77-key-bbb","public_key":"k","fingerprint":"f"}}]}""");
        cloud.json("DELETE", KEYS + "/mercato-7-key-aaa", 202, "");
        cloud.json("GET", GROUPS, 200, "{\"security_groups\":[{\"id\":\"g1\",\"name\":\"mercato-7-firewall\"}]}");
        cloud.json("DELETE", GROUPS + "/g1", 204, "");
        cloud.json("GET", "/networking/v2.0/floatingips", 200, """
            {"floatingips":[{"id":"fip1","description":"mercato-7-server"},{"id":"fip2","description":"other"}]}""");
        cloud.json("DELETE", "/networking/v2.0/floatingips/fip1", 204, "");
        DeleteServer request = new DeleteServer(cloud.account(Map.of("floatingNetwork", "public")), OWNER, "s1");

        assertThat(ask(CloudOperation.DELETE_SERVER, request, Server.class)).isEqualTo(Server.gone("s1"));
        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(KEYS + "/mercato-7-key-aaa")));
        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(GROUPS + "/g1")));
        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo("/networking/v2.0/floatingips/fip1")));
        cloud.wire().verify(0, deleteRequestedFor(urlPathEqualTo("/networking/v2.0/floatingips/fip2")));
    }

    private Ensured ensureKey(String key) {
        return ask(CloudOperation.ENSURE_KEY, new EnsureKey(cloud.account(), OWNER, key), Ensured.class);
    }

    @Test
    void a_key_is_imported_under_a_name_that_holds_its_fingerprint() {
        String name = OpenStackKeys.name(OWNER, "ssh-ed25519 AAAA one");
        cloud.json("GET", KEYS + "/" + name, 404, "{}");
        cloud.json("POST", KEYS, 200, "{\"keypair\":{\"name\":\"" + name + "\",\"public_key\":\"k\"}}");

        assertThat(ensureKey("ssh-ed25519 AAAA one")).isEqualTo(new Ensured(ResourceKind.KEY, name));
        assertThat(name).startsWith("mercato-7-key-");
        assertThat(OpenStackKeys.name(OWNER, "ssh-ed25519 AAAA two")).isEqualTo(name);
        assertThat(OpenStackKeys.name(OWNER, "ssh-ed25519 BBBB one")).isNotEqualTo(name);
    }

    @Test
    void a_key_that_is_there_is_not_imported_again() {
        String name = OpenStackKeys.name(OWNER, "ssh-ed25519 AAAA");
        cloud.json("GET", KEYS + "/" + name, 200, "{\"keypair\":{\"name\":\"" + name + "\",\"public_key\":\"k\"}}");

        ensureKey("ssh-ed25519 AAAA");

        cloud.wire().verify(0, postRequestedFor(urlPathEqualTo(KEYS)));
    }

    private Ensured ensureFirewall(FirewallRule... rules) {
        EnsureFirewall request = new EnsureFirewall(cloud.account(), OWNER, List.of(rules));
        return ask(CloudOperation.ENSURE_FIREWALL, request, Ensured.class);
    }

    private static String rule(String id, String direction, int port) {
        return """
            {"id":"%s","direction":"%s","ethertype":"IPv4","protocol":"tcp","port_range_min":%d,"port_range_max":%d,
             "remote_ip_prefix":"0.0.0.0/0","security_group_id":"g1"}""".formatted(id, direction, port, port);
    }

    @Test
    void a_firewall_is_created_with_its_rules() {
        cloud.json("GET", GROUPS, 200, "{\"security_groups\":[]}");
        cloud.json("POST", GROUPS, 201, "{\"security_group\":{\"id\":\"g1\",\"security_group_rules\":[]}}");
        cloud.json("POST", RULES, 201, "{\"security_group_rule\":" + rule("r1", "ingress", 22) + "}");

        assertThat(ensureFirewall(FirewallRule.tcp(22))).isEqualTo(new Ensured(ResourceKind.FIREWALL, "g1"));
        cloud.wire()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo(RULES))
                                .withRequestBody(
                                        matchingJsonPath("$.security_group_rule.direction", equalTo("ingress")))
                                .withRequestBody(matchingJsonPath("$.security_group_rule.protocol", equalTo("tcp")))
                                .withRequestBody(
                                        matchingJsonPath("$.security_group_rule.port_range_min", equalTo("22")))
                                .withRequestBody(matchingJsonPath(
                                        "$.security_group_rule.remote_ip_prefix", equalTo("0.0.0.0/0"))));
    }

    @Test
    void a_firewall_has_the_rules_that_are_wanted_and_no_other() {
        cloud.json(
                "GET",
                GROUPS,
                200,
                "{\"security_groups\":[{\"id\":\"g1\",\"name\":\"mercato-7-firewall\","
                        + "\"security_group_rules\":[" + rule("r1", "ingress", 22) + "," + rule("r2", "ingress", 80)
                        + ","
                        + rule("r3", "egress", 1) + "]}]}");
        cloud.json("DELETE", RULES + "/r2", 204, "");
        cloud.json("POST", RULES, 201, "{\"security_group_rule\":" + rule("r4", "ingress", 443) + "}");

        ensureFirewall(FirewallRule.tcp(22), FirewallRule.tcp(443));

        cloud.wire().verify(1, deleteRequestedFor(urlPathEqualTo(RULES + "/r2")));
        cloud.wire().verify(0, deleteRequestedFor(urlPathEqualTo(RULES + "/r3")));
        cloud.wire().verify(1, postRequestedFor(urlPathEqualTo(RULES)));
    }

    @Test
    void a_rule_that_somebody_else_made_meanwhile_is_what_was_wanted() {
        cloud.json("GET", GROUPS, 200, "{\"security_groups\":[{\"id\":\"g1\",\"name\":\"mercato-7-firewall\"}]}");
        cloud.json("POST", RULES, 409, """
            {"NeutronError":{"type":"SecurityGroupRuleExists","detail":"",
             "message":"Security group rule already exists. Rule id is r1."}}""");

        assertThat(ensureFirewall(FirewallRule.tcp(22)).id()).isEqualTo("g1");
    }
}
