package io.mercato.simulator.machine.exporter;

import io.mercato.simulator.machine.Disks;
import io.mercato.simulator.machine.Machine;
import io.mercato.simulator.machine.MachinePlan;
import io.mercato.simulator.machine.web.WebAnswer;
import io.mercato.simulator.machine.web.WebRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A machine's node exporter: the names that every dashboard knows. */
public final class Exporter implements Function<WebRequest, WebAnswer> {
    private static final long GIGABYTE = 1L << 30;
    private static final long IMAGE_BYTES = 1_300_000_000L;

    private final Machine machine;
    private final Clock clock = Clock.systemUTC();

    public Exporter(Machine machine) {
        this.machine = machine;
    }

    @Override
    public WebAnswer apply(WebRequest request) {
        return switch (request.path()) {
            case "/metrics" -> WebAnswer.text("text/plain; version=0.0.4; charset=UTF-8", metrics());
            case "/" -> WebAnswer.html(200, "<h1>Node Exporter</h1><p><a href=\"/metrics\">Metrics</a></p>");
            default -> WebAnswer.html(404, "not found");
        };
    }

    private String metrics() {
        Instant now = clock.instant();
        MachinePlan plan = machine.plan();
        Load load = new Load(plan, now);
        Page page = new Page();
        cpu(page, plan, load);
        memory(page, plan, load);
        network(page, load);
        page.family("node_filesystem_size_bytes", "gauge");
        disks(page, plan, false);
        page.family("node_filesystem_avail_bytes", "gauge");
        disks(page, plan, true);
        page.gauge("node_load1", load.busy() * plan.flavor().vcpus());
        page.gauge("node_load5", load.busy() * plan.flavor().vcpus() * 0.95);
        page.gauge("node_load15", load.busy() * plan.flavor().vcpus() * 0.9);
        page.gauge("node_time_seconds", now.toEpochMilli() / 1000.0);
        page.gauge("node_boot_time_seconds", now.toEpochMilli() / 1000.0 - load.seconds());
        page.family("node_uname_info", "gauge");
        page.line(
                "node_uname_info", Map.of("nodename", machine.hostname()), ",sysname=\"Linux\",machine=\"x86_64\"", 1);
        return page.toString();
    }

    private static void cpu(Page page, MachinePlan plan, Load load) {
        page.family("node_cpu_seconds_total", "counter");
        double busy = load.busySeconds();
        for (int cpu = 0; cpu < plan.flavor().vcpus(); cpu++) {
            String more = ",cpu=\"" + cpu + "\"";
            page.line("node_cpu_seconds_total", Map.of("mode", "user"), more, busy * 0.7);
            page.line("node_cpu_seconds_total", Map.of("mode", "system"), more, busy * 0.25);
            page.line("node_cpu_seconds_total", Map.of("mode", "iowait"), more, busy * 0.05);
            page.line("node_cpu_seconds_total", Map.of("mode", "idle"), more, load.seconds() - busy);
        }
    }

    private static void memory(Page page, MachinePlan plan, Load load) {
        double total = plan.flavor().ramMegabytes() * 1024.0 * 1024.0;
        page.gauge("node_memory_MemTotal_bytes", total);
        page.gauge("node_memory_MemAvailable_bytes", Math.rint(total * (1 - load.memory())));
        page.gauge("node_memory_MemFree_bytes", Math.rint(total * (1 - load.memory()) * 0.6));
    }

    private static void network(Page page, Load load) {
        page.family("node_network_receive_bytes_total", "counter");
        page.line("node_network_receive_bytes_total", Map.of("device", "eth0"), "", (double) load.receivedBytes());
        page.family("node_network_transmit_bytes_total", "counter");
        page.line("node_network_transmit_bytes_total", Map.of("device", "eth0"), "", (double) load.sentBytes());
        page.family("node_disk_read_bytes_total", "counter");
        page.line("node_disk_read_bytes_total", Map.of("device", "vda"), "", (double) load.diskReadBytes());
        page.family("node_disk_written_bytes_total", "counter");
        page.line("node_disk_written_bytes_total", Map.of("device", "vda"), "", (double) load.diskWrittenBytes());
    }

    private void disks(Page page, MachinePlan plan, boolean available) {
        String name = available ? "node_filesystem_avail_bytes" : "node_filesystem_size_bytes";
        long attached = 0;
        for (MachinePlan.Disk disk : plan.disks()) {
            Path directory = machine.diskOf(disk);
            long size = disk.gigabytes() * GIGABYTE;
            long used = available ? Disks.used(directory) : 0;
            attached += used;
            filesystem(page, name, disk.device(), Disks.mountPoint(disk.device()), size - used);
        }
        long size = plan.flavor().diskGigabytes() * GIGABYTE;
        long used = available ? IMAGE_BYTES + Disks.used(machine.files().root()) - attached : 0;
        filesystem(page, name, "/dev/vda1", "/", Math.max(0, size - used));
    }

    private static void filesystem(Page page, String name, String device, String mountPoint, long bytes) {
        String more = ",fstype=\"ext4\",mountpoint=\"" + mountPoint + "\"";
        page.line(name, Map.of("device", device), more, (double) bytes);
    }

    /** A page of metrics as Prometheus reads it. */
    private static final class Page {
        private final StringBuilder text = new StringBuilder();

        void family(String name, String type) {
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }

        void gauge(String name, double value) {
            family(name, "gauge");
            text.append(name).append(' ').append(number(value)).append('\n');
        }

        void line(String name, Map<String, String> label, String more, double value) {
            label.forEach((key, labelValue) -> text.append(name)
                    .append('{')
                    .append(key)
                    .append("=\"")
                    .append(labelValue
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", ""))
                    .append('"')
                    .append(more)
                    .append("} ")
                    .append(number(value))
                    .append('\n'));
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.6f", value);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
