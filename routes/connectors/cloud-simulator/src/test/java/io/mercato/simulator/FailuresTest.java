package io.mercato.simulator;

import static io.mercato.simulator.state.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.simulator.TestCloud.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    private static final String SERVERS = "/compute/v2.1/servers";

    @TempDir
    Path data;

    @Test
    void the_flavour_fail_create_ends_in_error_with_a_fault() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            String id = cloud.createServer("s", "91");

            var server = cloud.awaitStatus(id, "ERROR");
            assertThat(server.at("/fault/message").asText()).startsWith("No valid host was found.");
            assertThat(server.get("addresses")).isEmpty();
            cloud.delete(SERVERS + "/" + id).expect(204);
            cloud.awaitGone(SERVERS + "/" + id);
        }
    }

    @Test
    void the_flavour_fail_twice_works_the_third_time_a_name_is_used() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            Answer first = cloud.post(SERVERS, TestCloud.serverBody("s", "92")).expect(500);
            assertThat(first.json().has("computeFault")).isTrue();
            cloud.awaitStatus(cloud.createServer("s", "92"), "ERROR");
            cloud.awaitStatus(cloud.createServer("s", "92"), "ACTIVE");
            cloud.post(SERVERS, TestCloud.serverBody("another", "92")).expect(500);
        }
    }

    @Test
    void the_flavour_vanish_is_gone_after_it_was_active() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            String id = cloud.createServer("s", "94");
            cloud.awaitStatus(id, "ACTIVE");

            cloud.awaitGone(SERVERS + "/" + id);
        }
    }

    @Test
    void the_flavour_no_quota_is_refused() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            Answer refused =
                    cloud.post(SERVERS, TestCloud.serverBody("s", "95")).expect(403);
            assertThat(refused.json().at("/forbidden/message").asText()).startsWith("Quota exceeded for");
        }
    }

    @Test
    void the_flavour_slow_boot_is_active_long_before_it_answers() throws Exception {
        try (TestCloud cloud = TestCloud.start(data, "--slow-boot-time=PT1H")) {
            String slow = cloud.createServer("slow", "93");
            String quick = cloud.runningServer("quick");
            cloud.awaitStatus(slow, "ACTIVE");
            cloud.awaitUp(quick);

            String url = "http://" + cloud.address(slow) + ":" + TestCloud.EXPORTER_PORT + "/metrics";
            assertThatThrownBy(() -> cloud.send("GET", url, null)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_ordered_failure_meets_the_next_calls_of_its_operation_only() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            order(cloud, object("operation", "create-server", "times", 2, "status", 503, "retryAfter", 7));

            cloud.get(SERVERS).expect(200);
            Answer failed = cloud.post(SERVERS, TestCloud.serverBody("s", "11")).expect(503);
            assertThat(failed.header("Retry-After")).isEqualTo("7");
            assertThat(failed.json().has("serviceUnavailable")).isTrue();
            cloud.post(SERVERS, TestCloud.serverBody("s", "11")).expect(503);
            cloud.post(SERVERS, TestCloud.serverBody("s", "11")).expect(202);
            assertThat(cloud.get(SERVERS).json().get("servers")).hasSize(1);
        }
    }

    private static void order(TestCloud cloud, Object fault) {
        cloud.post("/simulator/fail", fault).expect(204);
    }

    @Test
    void a_dropped_answer_leaves_the_server_made() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            order(cloud, object("operation", "create-server", "drop", true, "after", true));

            assertThatThrownBy(() -> cloud.send("POST", SERVERS, TestCloud.serverBody("lost", "11")))
                    .isInstanceOf(IOException.class);
            assertThat(cloud.get(SERVERS + "?name=lost").json().get("servers")).hasSize(1);
        }
    }

    @Test
    void a_delay_comes_before_the_answer_and_orders_can_be_taken_back() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            order(cloud, object("operation", "list-servers", "delayMillis", 300));
            long start = System.nanoTime();
            cloud.get(SERVERS).expect(200);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);

            order(cloud, object("operation", "*", "times", 100, "status", 500));
            cloud.get(SERVERS).expect(500);
            cloud.delete("/simulator/fail").expect(204);
            cloud.get(SERVERS).expect(200);
            cloud.post("/simulator/fail", object("operation", "no-such")).expect(400);
        }
    }

    @Test
    void a_share_of_all_calls_fails_when_that_is_set() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            String token = cloud.token();
            cloud.close();
            try (CloudSimulator shaky =
                    CloudSimulator.start(SettingsReader.read(TestCloud.arguments(data, 0, "--fail-rate=0.5")))) {
                TestCloud client = TestCloud.at(shaky.port()).with(token);
                List<Integer> seen = IntStream.range(0, 60)
                        .mapToObj(call -> client.get(SERVERS).status())
                        .toList();
                assertThat(seen).contains(200, 503).containsOnly(200, 503);
            }
        }
    }

    @Test
    void a_fresh_server_comes_into_lists_later_but_is_found_by_its_id_at_once() throws Exception {
        try (TestCloud cloud = TestCloud.start(data, "--list-delay=PT1H")) {
            String id = cloud.createServer("s", "11");

            assertThat(cloud.get(SERVERS).json().get("servers")).isEmpty();
            cloud.get(SERVERS + "/" + id).expect(200);
            assertThat(cloud.get("/simulator/machines").json().get("machines")).hasSize(1);
        }
    }
}
