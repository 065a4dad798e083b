package io.mercato.boot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the whole platform, on durable settings, beside the limit of the same machine in the same minutes: orders
 * accepted, orders to machines that answer, and starts. Prints a Markdown table and writes it to a file.
 */
public final class Benchmark {
    private static final String NO_DELAYS = "PT0S";

    private final BenchSettings settings;
    private final Figures figures = new Figures();
    private final StringBuilder page = new StringBuilder();

    private Benchmark(BenchSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        new Benchmark(BenchSettings.fromSystem()).run();
    }

    private void run() throws Exception {
        page.append(machine()).append("\n\n");
        try (TokenIssuer issuer = new TokenIssuer()) {
            runWithoutDelays(issuer);
            runWithDefaultDelays(issuer);
        }
        page.append(figures.table());
        if (settings.withStart()) {
            page.append('\n').append(StartBench.run(fresh("start")));
        }
        Files.createDirectories(settings.page().getParent());
        Files.writeString(settings.page(), page);
        System.err.println(page);
    }

    private void runWithoutDelays(TokenIssuer issuer) throws Exception {
        List<String> cloud = List.of("provision-time", "boot-time", "action-time", "list-delay").stream()
                .map(delay -> "--" + delay + "=" + NO_DELAYS)
                .toList();
        try (BenchPlatform platform = start("no-delays", issuer, cloud);
                Meter meter = new Meter(platform)) {
            page.append(Durability.check(meter, platform)).append("\n\n");
            try (OrderBench bench = new OrderBench(settings, figures, meter, platform, issuer)) {
                bench.warmUp();
                for (int repeat = 0; repeat < settings.repeats(); repeat++) {
                    measureAll(bench);
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
    private void runWithDefaultDelays(TokenIssuer issuer) throws Exception {
        try (BenchPlatform platform = start("default-delays", issuer, List.of("--boot-time=" + NO_DELAYS));
                Meter meter = new Meter(platform);
                OrderBench bench = new OrderBench(settings, figures, meter, platform, issuer)) {
            bench.warmUp();
            for (int repeat = 0; repeat < settings.repeats(); repeat++) {
                bench.deployed("order to DEPLOYED, the cloud's default delays", settings.single(), 1);
            }
        }
    }

    private BenchPlatform start(String name, TokenIssuer issuer, List<String> cloud) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--mercato.identity.keycloak.embedded=false",
                "--mercato.identity.keycloak.issuer-uri=" + issuer.uri(),
                "--mercato.identity.keycloak.jwk-set-uri=" + issuer.keysUri()));
        List<String> simulator = new ArrayList<>(cloud);
        simulator.add("--address-range=" + settings.addressRange());
        for (int i = 0; i < simulator.size(); i++) {
            arguments.add("--mercato.cloud-simulator.arguments[" + i + "]=" + simulator.get(i));
        }
        return BenchPlatform.start(fresh(name), List.of(), arguments);
    }

    private Path fresh(String name) throws IOException {
        Files.createDirectories(settings.folder());
        return Files.createTempDirectory(settings.folder(), name + "-");
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %d processors, %s; load generator, platform, database and simulated cloud share them.",
                LocalDate.now(java.time.ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }
}
