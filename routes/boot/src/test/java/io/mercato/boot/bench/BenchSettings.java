package io.mercato.boot.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured; each is a system property {@code bench.*}.
 *
 * @param page Markdown file that the figures are written to
 * @param orders orders of one measurement, at each number of connections
 * @param deployments deployments of one measurement, at each number of customers
 * @param single deployments of one customer, one after the other
 * @param repeats how often all is measured, in turn
 * @param connections the numbers of connections
 * @param java options of the platform's JVM; by default its second compiler, as in production
 * @param withDelays whether one customer is measured with the cloud's default delays, too
 * @param withStart whether starts with a real Keycloak are measured, too
 */
record BenchSettings(
        Path page,
        int orders,
        int deployments,
        int single,
        int repeats,
        List<Integer> connections,
        List<String> java,
        boolean withDelays,
        boolean withStart) {
    static final int WARM_UP_ORDERS = 1_000;
    static final int WARM_UP_DEPLOYMENTS = 100;

    static BenchSettings fromSystem() {
        return new BenchSettings(
                Path.of(System.getProperty("bench.page", "target/bench.md")).toAbsolutePath(),
                Integer.getInteger("bench.orders", 1_000),
                Integer.getInteger("bench.deployments", 160),
                Integer.getInteger("bench.single", 20),
                Integer.getInteger("bench.repeats", 3),
                Stream.of(System.getProperty("bench.connections", "1,8,32").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                List.of(System.getProperty("bench.java", "-XX:TieredStopAtLevel=4")
                        .split(" ")),
                Boolean.parseBoolean(System.getProperty("bench.delays", "true")),
                Boolean.parseBoolean(System.getProperty("bench.start", "true")));
    }
}
