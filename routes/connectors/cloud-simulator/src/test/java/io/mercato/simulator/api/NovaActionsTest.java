package io.mercato.simulator.api;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mercato.simulator.TestCloud;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NovaActionsTest {
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

    private TestCloud.Answer act(String id, String action) {
        return cloud.post("/compute/v2.1/servers/" + id + "/action", object(action, null));
    }

    @Test
    void a_server_stops_and_starts() {
        String id = cloud.runningServer("s");
        act(id, "os-stop").expect(202);
        assertThat(cloud.awaitStatus(id, "SHUTOFF")
                        .get("OS-EXT-STS:power_state")
                        .asInt())
                .isEqualTo(4);
        act(id, "os-start").expect(202);
        assertThat(cloud.awaitStatus(id, "ACTIVE").get("OS-EXT-STS:vm_state").asText())
                .isEqualTo("active");
    }

    @Test
    void an_action_in_the_wrong_state_is_a_conflict_that_says_so() {
        String id = cloud.runningServer("s");
        JsonNode refused = act(id, "os-start").expect(409).json().get("conflictingRequest");
        assertThat(refused.get("message").asText())
                .isEqualTo("Cannot 'start' instance " + id + " while it is in vm_state active");

        act(id, "confirmResize").expect(409);
        act(id, "os-dance").expect(400);
        act("unknown", "os-start").expect(404);
    }

    @Test
    void a_resize_waits_for_its_confirmation_or_goes_back() {
        String id = cloud.runningServer("s");
        cloud.act(id, object("resize", object("flavorRef", "12")));
        assertThat(cloud.awaitStatus(id, "VERIFY_RESIZE").at("/flavor/id").asText())
                .isEqualTo("12");
        act(id, "revertResize").expect(202);
        assertThat(cloud.awaitStatus(id, "ACTIVE").at("/flavor/id").asText()).isEqualTo("11");

        cloud.act(id, object("resize", object("flavorRef", "13")));
        cloud.awaitStatus(id, "VERIFY_RESIZE");
        act(id, "confirmResize").expect(204);
        assertThat(cloud.server(id).get("status").asText()).isEqualTo("ACTIVE");
        assertThat(cloud.server(id).at("/flavor/id").asText()).isEqualTo("13");
        cloud.post("/compute/v2.1/servers/" + id + "/action", object("resize", object("flavorRef", "13")))
                .expect(400);
    }

    @Test
    void a_stopped_server_stays_stopped_over_a_resize() {
        String id = cloud.runningServer("s");
        act(id, "os-stop").expect(202);
        cloud.awaitStatus(id, "SHUTOFF");
        cloud.act(id, object("resize", object("flavorRef", "12")));
        cloud.awaitStatus(id, "VERIFY_RESIZE");
        act(id, "confirmResize").expect(204);
        assertThat(cloud.server(id).get("status").asText()).isEqualTo("SHUTOFF");
    }

    @Test
    void a_reboot_ends_active() {
        String id = cloud.runningServer("s");
        cloud.act(id, object("reboot", object("type", "SOFT")));
        cloud.awaitStatus(id, "ACTIVE");
        cloud.post("/compute/v2.1/servers/" + id + "/action", object("reboot", object("type", "WET")))
                .expect(400);
    }

    @Test
    void diagnostics_count_the_traffic_of_a_running_server_only() {
        String id = cloud.runningServer("s");
        cloud.awaitUp(id);
        String path = "/compute/v2.1/servers/" + id + "/diagnostics";
        long first = cloud.get(path).expect(200).json().get("tap0_tx").asLong();
        await().until(() -> cloud.get(path).json().get("tap0_tx").asLong() > first);

        act(id, "os-stop").expect(202);
        cloud.awaitStatus(id, "SHUTOFF");
        cloud.get(path).expect(409);
    }
}
