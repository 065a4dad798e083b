package io.mercato.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.simulator.TestCloud;
import io.mercato.simulator.cloud.Flavor;
import io.mercato.simulator.cloud.Image;
import io.mercato.simulator.machine.exporter.Load;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    @TempDir
    Path data;

    @Test
    void the_usual_names_are_there_and_time_moves_them() throws Exception {
        try (TestCloud cloud = TestCloud.start(data)) {
            String id = cloud.runningServer("kiste");
            cloud.awaitUp(id);
            cloud.attach(id, cloud.createVolume("d"));
            String url = "http://" + cloud.address(id) + ":" + TestCloud.EXPORTER_PORT + "/metrics";
            String first = cloud.get(url).text();

            assertThat(first)
                    .contains("node_cpu_seconds_total{mode=\"idle\",cpu=\"0\"}")
                    .contains("node_memory_MemTotal_bytes 1073741824")
                    .contains("node_memory_MemAvailable_bytes ")
                    .contains("node_network_receive_bytes_total{device=\"eth0\"}")
                    .contains("node_load1 ", "node_boot_time_seconds ", "node_time_seconds ")
                    .contains("nodename=\"kiste\"");
            await().until(() -> cloud.get(url).text().contains("mountpoint=\"/data\""));
            double before = value(first, "node_network_transmit_bytes_total{device=\"eth0\"}");
            await().until(() ->
                    value(cloud.get(url).text(), "node_network_transmit_bytes_total{device=\"eth0\"}") > before);
        }
    }

    private static double value(String page, String name) {
        return page.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void counters_never_fall_and_shares_stay_within_bounds() {
        Instant boot = Instant.parse("2026-01-01T00:00:00Z");
        for (String id : List.of("a", "some-machine", "another")) {
            MachinePlan plan = new MachinePlan(
                    id, id, Flavor.ALL.get(0), Image.ALL.get(0), true, boot, List.of(), null, null, List.of());
            Load before = new Load(plan, boot);
            for (int second = 1; second < 2000; second++) {
                Load now = new Load(plan, boot.plusSeconds(second));
                assertThat(now.busySeconds()).isGreaterThan(before.busySeconds());
                assertThat(now.busySeconds()).isLessThan(now.seconds());
                assertThat(now.sentBytes()).isGreaterThan(before.sentBytes());
                assertThat(now.busy()).isBetween(0.0, 1.0);
                assertThat(now.memory()).isBetween(0.0, 1.0);
                before = now;
            }
        }
    }
}
