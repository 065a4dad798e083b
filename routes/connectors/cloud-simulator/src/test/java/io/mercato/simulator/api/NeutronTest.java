package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.TestCloud;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeutronTest {
    private static final String ROOT = "/network/v2.0/";

    @TempDir
    Path data;

    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = TestCloud.start(data);
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
    }

    private String create(String path, String one, Map<String, Object> body) {
        return cloud.post(ROOT + path, object(one, body))
                .expect(201)
                .json()
                .at("/" + one + "/id")
                .asText();
    }

    private String networkId(String name) {
        return cloud.get(ROOT + "networks?name=" + name)
                .json()
                .at("/networks/0/id")
                .asText();
    }

    @Test
    void a_new_group_lets_everything_out_and_a_rule_is_added_once() {
        String group = create("security-groups", "security_group", object("name", "web"));
        JsonNode rules = cloud.get(ROOT + "security-groups/" + group).json().at("/security_group/security_group_rules");
        assertThat(rules.findValuesAsText("direction")).containsExactly("egress", "egress");
        assertThat(rules.findValuesAsText("ethertype")).containsExactlyInAnyOrder("IPv4", "IPv6");

        var rule = object(
                "security_group_id",
                group,
                "direction",
                "ingress",
                "protocol",
                "tcp",
                "port_range_min",
                22,
                "port_range_max",
                22,
                "remote_ip_prefix",
                "0.0.0.0/0");
        create("security-group-rules", "security_group_rule", rule);
        JsonNode error = cloud.post(ROOT + "security-group-rules", object("security_group_rule", rule))
                .expect(409)
                .json()
                .get("NeutronError");
        assertThat(error.get("type").asText()).isEqualTo("SecurityGroupRuleExists");
        rule.put("direction", "sideways");
        cloud.post(ROOT + "security-group-rules", object("security_group_rule", rule))
                .expect(400);
    }

    @Test
    void a_group_in_use_is_not_deleted() {
        String group = create("security-groups", "security_group", object("name", "web"));
        String server = cloud.runningServer("s", "security_groups", List.of(object("name", "web")));

        assertThat(cloud.delete(ROOT + "security-groups/" + group)
                        .expect(409)
                        .json()
                        .at("/NeutronError/type")
                        .asText())
                .isEqualTo("SecurityGroupInUse");
        cloud.delete("/compute/v2.1/servers/" + server).expect(204);
        cloud.awaitGone("/compute/v2.1/servers/" + server);
        cloud.delete(ROOT + "security-groups/" + group).expect(204);
        cloud.get(ROOT + "security-groups/" + group).expect(404);
    }

    @Test
    void networks_subnets_and_routers_hang_together() {
        String network = create("networks", "network", object("name", "own"));
        String subnet =
                create("subnets", "subnet", object("network_id", network, "cidr", "10.1.0.0/24", "ip_version", 4));
        String router = create(
                "routers",
                "router",
                object("name", "r", "external_gateway_info", object("network_id", networkId("public"))));
        assertThat(cloud.get(ROOT + "networks/" + network)
                        .json()
                        .at("/network/subnets/0")
                        .asText())
                .isEqualTo(subnet);
        String interfaces = ROOT + "routers/" + router;
        cloud.put(interfaces + "/add_router_interface", object("subnet_id", subnet))
                .expect(200);

        cloud.delete(ROOT + "networks/" + network).expect(409);
        cloud.delete(ROOT + "routers/" + router).expect(409);
        cloud.put(interfaces + "/remove_router_interface", object("subnet_id", subnet))
                .expect(200);
        cloud.delete(ROOT + "routers/" + router).expect(204);
        cloud.delete(ROOT + "networks/" + network).expect(204);
        cloud.get(ROOT + "subnets/" + subnet).expect(404);
    }

    @Test
    void a_server_with_several_networks_to_choose_from_has_to_say_which() {
        String network = create("networks", "network", object("name", "own"));
        create("subnets", "subnet", object("network_id", network, "cidr", "10.1.0.0/24", "ip_version", 4));

        cloud.post("/compute/v2.1/servers", TestCloud.serverBody("s", "11")).expect(409);
        String id = cloud.createServer("s", "11", "networks", List.of(object("uuid", network)));
        assertThat(cloud.awaitStatus(id, "ACTIVE").at("/addresses/own/0/addr").asText())
                .startsWith("127.");
    }

    @Test
    void the_machine_answers_on_its_floating_address_while_it_has_one() {
        String server = cloud.runningServer("s");
        cloud.awaitUp(server);
        String port = cloud.get(ROOT + "ports?device_id=" + server)
                .json()
                .at("/ports/0/id")
                .asText();
        JsonNode ip = cloud.post(
                        ROOT + "floatingips",
                        object("floatingip", object("floating_network_id", networkId("public"), "port_id", port)))
                .expect(201)
                .json()
                .get("floatingip");
        String metrics =
                "http://" + ip.get("floating_ip_address").asText() + ":" + TestCloud.EXPORTER_PORT + "/metrics";
        await().ignoreExceptions().until(() -> cloud.get(metrics).status() == 200);
        assertThat(cloud.server(server)
                        .at("/addresses/private/1/OS-EXT-IPS:type")
                        .asText())
                .isEqualTo("floating");

        cloud.delete(ROOT + "floatingips/" + ip.get("id").asText()).expect(204);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> cloud.send("GET", metrics, null))
                .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void anothers_network_is_not_there_and_the_common_one_is_not_to_be_changed() {
        String own = networkId("private");
        String common = networkId("public");
        assertThat(cloud.get(ROOT + "networks?name=private").json().get("networks"))
                .hasSize(1);
        cloud.put(ROOT + "networks/" + common, object("network", object("name", "mine")))
                .expect(403);
        cloud.put(ROOT + "networks/" + own, object("network", object("name", "renamed")))
                .expect(200);
        cloud.put(ROOT + "networks/" + own, object("network", object("id", "x")))
                .expect(400);
        assertThat(cloud.get(ROOT + "networks?router:external=True").json().get("networks"))
                .hasSize(1);
        assertThat(cloud.get(ROOT + "networks?fields=id&name=renamed")
                        .json()
                        .get("networks")
                        .toString())
                .isEqualTo("[{\"id\":\"" + own + "\"}]");
    }
}
