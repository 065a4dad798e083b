package io.mercato.boot.bench;

import io.mercato.boot.harness.FakeIdentityProvider;
import io.mercato.boot.harness.PlatformProcess;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the whole platform, on durable settings, beside the limit of the same machine in the same minutes: orders
 * accepted, orders to machines that answer, and starts. Prints a Markdown table and writes it to a file.
 */
public final class Benchmark {
    private static final String NO_DELAYS = "PT0S";

    private final BenchSettings settings;
    private final Figures figures = new Figures();
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder growth = new StringBuilder();

    private Benchmark(BenchSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        new Benchmark(BenchSettings.fromSystem()).run();
    }

    private void run() throws Exception {
        page.append(machine()).append("\n\n");
        try (FakeIdentityProvider identities = new FakeIdentityProvider()) {
            if (settings.measures("orders")) {
                runWithoutDelays(identities);
                if (settings.withDelays()) {
                    runWithDefaultDelays(identities);
                }
            }
            runCatalogue(identities);
            if (settings.measures("growth")) {
                runGrowth(identities);
            }
        }
        page.append(figures.table());
        page.append(growth);
        if (settings.measures("orders") && settings.withStart()) {
            page.append('\n').append(StartBench.run());
        }
        Files.createDirectories(settings.page().getParent());
        Files.writeString(settings.page(), page);
        System.err.println(page);
    }

    private void runWithoutDelays(FakeIdentityProvider identities) throws Exception {
        try (PlatformProcess platform = start("no-delays", identities, withoutDelays());
                Meter meter = new Meter(platform)) {
            page.append(Durability.check(meter, platform)).append("\n\n");
            try (OrderBench bench = new OrderBench(settings, figures, meter, platform, identities)) {
                bench.warmUp();
                for (int repeat = 0; repeat < settings.repeats(); repeat++) {
                    measureAll(bench);
                }
            }
        }
    }

    private static List<String> withoutDelays() {
        return List.of("provision-time", "boot-time", "action-time", "list-delay").stream()
                .map(delay -> "--" + delay + "=" + NO_DELAYS)
                .toList();
    }

    /** Reading alone: the catalogue at each of its sizes, and a vendor's long list. */
    private void runCatalogue(FakeIdentityProvider identities) throws Exception {
        if (!settings.measures("search") && !settings.measures("listing")) {
            return;
        }
        try (PlatformProcess platform = start("reading", identities, withoutDelays());
                Meter meter = new Meter(platform)) {
            page.append(Durability.check(meter, platform)).append("\n\n");
            if (settings.measures("search")) {
                SearchBench bench = new SearchBench(settings, figures, meter, platform);
                for (int size : settings.products()) {
                    bench.growTo(size);
                    bench.measure();
                }
                growth.append(bench.growth());
            }
            if (settings.measures("listing")) {
                new ListingBench(settings, figures, meter, platform, identities).measure();
            }
        }
    }

    /** Orders on an empty table and on a full one, the rest of the platform being the same. */
    private void runGrowth(FakeIdentityProvider identities) throws Exception {
        try (PlatformProcess platform = start("growth", identities, withoutDelays());
                Meter meter = new Meter(platform);
                OrderBench bench = new OrderBench(settings, figures, meter, platform, identities)) {
            page.append(Durability.check(meter, platform)).append("\n\n");
            bench.warmUp();
            for (String table : List.of("empty", "full")) {
                if (table.equals("full")) {
                    new Subscriptions(platform).fill(settings.subscriptions());
                }
                for (int repeat = 0; repeat < settings.repeats(); repeat++) {
                    for (int atOnce : settings.connections()) {
                        bench.accepted(atOnce, ", table " + table);
                    }
                }
            }
        }
    }

    private void measureAll(OrderBench bench) throws Exception {
        bench.idle();
        for (int atOnce : settings.connections()) {
            bench.accepted(atOnce);
        }
        for (int atOnce : settings.connections()) {
            int deployments = atOnce == 1 ? settings.single() : settings.deployments();
            bench.deployed("order to DEPLOYED", deployments, atOnce);
        }
    }

    /** Boot time 0 still, but all the cloud's own delays as they are by default. */
    private void runWithDefaultDelays(FakeIdentityProvider identities) throws Exception {
        try (PlatformProcess platform = start("default-delays", identities, List.of("--boot-time=" + NO_DELAYS));
                Meter meter = new Meter(platform);
                OrderBench bench = new OrderBench(settings, figures, meter, platform, identities)) {
            bench.warmUp();
            for (int repeat = 0; repeat < settings.repeats(); repeat++) {
                bench.deployed("order to DEPLOYED, the cloud's default delays", settings.single(), 1);
            }
        }
    }

    private PlatformProcess start(String name, FakeIdentityProvider identities, List<String> cloud) throws Exception {
        Map<String, String> all = new HashMap<>(identities.settings());
        for (int i = 0; i < cloud.size(); i++) {
            all.put("mercato.cloud-simulator.arguments[" + (i + 1) + "]", cloud.get(i));
        }
        PlatformProcess platform = PlatformProcess.named("bench-" + name, all).withJava(settings.java());
        try {
            return platform.start().awaitReady();
        } catch (RuntimeException | Error e) {
            platform.close();
            throw e;
        }
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %d processors, %s; load generator, platform, database and simulated cloud share them.",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }
}
