package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.TestCloud;
import io.mercato.simulator.TestKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NovaServersTest {
    private static final String SERVERS = "/compute/v2.1/servers";

    @TempDir
    Path data;

    private TestCloud cloud;

    @BeforeEach
    void start() {
        cloud = TestCloud.start(data, "--quota-instances=5");
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
    }

    @Test
    void a_server_is_built_becomes_active_and_is_gone_after_its_deletion() {
        String id = cloud.createServer("web", "11", "metadata", object("owner", "me"));
        JsonNode building = cloud.server(id);
        assertThat(building.get("status").asText()).isIn("BUILD", "ACTIVE");

        JsonNode active = cloud.awaitStatus(id, "ACTIVE");
        assertThat(active.get("OS-EXT-STS:vm_state").asText()).isEqualTo("active");
        assertThat(active.get("OS-EXT-STS:power_state").asInt()).isEqualTo(1);
        assertThat(active.get("OS-EXT-STS:task_state").isNull()).isTrue();
        assertThat(active.at("/flavor/id").asText()).isEqualTo("11");
        assertThat(active.at("/image/id").asText()).isEqualTo(TestCloud.DEBIAN);
        assertThat(active.at("/metadata/owner").asText()).isEqualTo("me");
        JsonNode address = active.at("/addresses/private/0");
        assertThat(address.get("addr").asText()).startsWith("127.");
        assertThat(address.get("OS-EXT-IPS:type").asText()).isEqualTo("fixed");

        cloud.delete(SERVERS + "/" + id).expect(204);
        cloud.awaitGone(SERVERS + "/" + id);
        assertThat(cloud.get("/network/v2.0/ports?device_id=" + id).json().get("ports"))
                .isEmpty();
    }

    @Test
    void an_order_that_makes_no_sense_is_400_and_leaves_nothing_behind() {
        cloud.post(SERVERS, object("server", object("name", "x"))).expect(400);
        cloud.post(SERVERS, TestCloud.serverBody("x", "unknown")).expect(400);
        cloud.post(SERVERS, TestCloud.serverBody("x", "11", "imageRef", "unknown"))
                .expect(400);
        cloud.post(SERVERS, TestCloud.serverBody("x", "11", "key_name", "unknown"))
                .expect(400);
        cloud.post(SERVERS, TestCloud.serverBody("x", "11", "user_data", "not base64!"))
                .expect(400);
        cloud.post(SERVERS, TestCloud.serverBody("x", "11", "security_groups", List.of(object("name", "unknown"))))
                .expect(400);
        cloud.post(SERVERS, TestCloud.serverBody("x", "11", "networks", List.of(object("uuid", "unknown"))))
                .expect(400);

        assertThat(cloud.get(SERVERS).json().get("servers")).isEmpty();
        assertThat(cloud.get("/network/v2.0/ports").json().get("ports")).isEmpty();
    }

    @Test
    void lists_are_filtered_by_name_status_and_metadata() {
        String one = cloud.runningServer("app-1", "metadata", object("group", "a"));
        String two = cloud.runningServer("app-2", "metadata", object("group", "b"));
        cloud.act(two, object("os-stop", null));
        cloud.awaitStatus(two, "SHUTOFF");

        assertThat(ids("?name=app-1$")).containsExactly(one);
        assertThat(ids("?status=SHUTOFF")).containsExactly(two);
        assertThat(ids("?metadata=%7B%22group%22:%22a%22%7D")).containsExactly(one);
        assertThat(ids("?name=app")).containsExactlyInAnyOrder(one, two);
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        cloud.get(SERVERS + "/detail" + query)
                .expect(200)
                .json()
                .get("servers")
                .forEach(server -> ids.add(server.get("id").asText()));
        return ids;
    }

    @Test
    void pages_are_linked_and_hold_every_server_once() {
        List<String> made = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            made.add(cloud.createServer("page-" + number, "11"));
        }
        List<String> seen = new ArrayList<>();
        String next = SERVERS + "?limit=2";
        while (next != null) {
            JsonNode page = cloud.get(next).expect(200).json();
            page.get("servers").forEach(server -> seen.add(server.get("id").asText()));
            JsonNode link = page.at("/servers_links/0/href");
            URI uri = link.isMissingNode() ? null : URI.create(link.asText());
            next = uri == null ? null : uri.getRawPath() + "?" + uri.getRawQuery();
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        cloud.get(SERVERS + "?marker=unknown").expect(400);
    }

    @Test
    void the_quota_is_held() {
        for (int number = 0; number < 5; number++) {
            cloud.createServer("q" + number, "11");
        }

        var refused = cloud.post(SERVERS, TestCloud.serverBody("q6", "11")).expect(403);
        assertThat(refused.json().at("/forbidden/message").asText()).startsWith("Quota exceeded for instances");
    }

    @Test
    void a_project_does_not_see_anothers_servers() {
        String id = cloud.createServer("mine", "11");
        TestCloud admin = cloud.as("admin", "admin");

        assertThat(admin.get(SERVERS).json().get("servers")).isEmpty();
        assertThat(admin.get(SERVERS + "?all_tenants=1").json().get("servers")).hasSize(1);
        String foreign = admin.createServer("theirs", "11");
        cloud.get(SERVERS + "/" + foreign).expect(404);
        cloud.delete(SERVERS + "/" + foreign).expect(404);
        cloud.get(SERVERS + "/" + id).expect(200);
    }

    @Test
    void metadata_is_changed_item_by_item() {
        String id = cloud.createServer("m", "11", "metadata", object("a", "1"));
        String path = SERVERS + "/" + id + "/metadata";

        cloud.put(path + "/b", object("meta", object("b", "2"))).expect(200);
        cloud.post(path, object("metadata", object("a", "3"))).expect(200);
        assertThat(cloud.get(path).json().get("metadata").toString()).contains("\"a\":\"3\"", "\"b\":\"2\"");
        cloud.delete(path + "/a").expect(204);
        cloud.get(path + "/a").expect(404);
    }

    @Test
    void a_key_is_imported_once() {
        TestKey key = new TestKey();
        var body = object("keypair", object("name", "k", "public_key", key.publicKey()));
        String print = cloud.post("/compute/v2.1/os-keypairs", body)
                .expect(200)
                .json()
                .at("/keypair/fingerprint")
                .asText();
        assertThat(print).matches("([0-9a-f]{2}:){15}[0-9a-f]{2}");

        assertThat(cloud.post("/compute/v2.1/os-keypairs", body).expect(409).text())
                .contains("already exists");
        cloud.get("/compute/v2.1/os-keypairs/k").expect(200);
        cloud.delete("/compute/v2.1/os-keypairs/k").expect(202);
        cloud.get("/compute/v2.1/os-keypairs/k").expect(404);
        cloud.post("/compute/v2.1/os-keypairs", object("keypair", object("name", "k", "public_key", "nonsense")))
                .expect(400);
    }

    @Test
    void what_can_be_ordered_and_how_much_is_told() {
        JsonNode flavors = cloud.get("/compute/v2.1/flavors/detail").json().get("flavors");
        assertThat(flavors.findValuesAsText("name")).contains("s.small", "s.medium", "s.large", "fail-create");
        assertThat(flavors.get(0).get("ram").asInt()).isEqualTo(1024);
        assertThat(cloud.get("/compute/v2.1/extensions")
                        .json()
                        .get("extensions")
                        .findValuesAsText("alias"))
                .contains("os-keypairs", "os-volumes");
        assertThat(cloud.get("/compute/v2.1/limits")
                        .json()
                        .at("/limits/absolute/maxTotalInstances")
                        .asInt())
                .isEqualTo(5);
        cloud.get("/compute/v2.1/os-quota-sets/" + cloud.projectId()).expect(200);
        cloud.get("/compute/v2.1/os-availability-zone").expect(200);
        assertThat(cloud.get("/image/v2/images?name=debian-12")
                        .json()
                        .at("/images/0/id")
                        .asText())
                .isEqualTo(TestCloud.DEBIAN);
        assertThat(cloud.get("/compute/v2.1/images/" + TestCloud.DEBIAN)
                        .json()
                        .at("/image/name")
                        .asText())
                .isEqualTo("debian-12");
    }
}
