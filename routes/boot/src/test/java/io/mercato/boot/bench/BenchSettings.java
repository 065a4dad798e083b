package io.mercato.boot.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured; each is a system property {@code bench.*}.
 *
 * @param folder where the platform's data of the run lie; made anew, and left for a look
 * @param page Markdown file that the figures are written to
 * @param orders orders of one measurement, at each number of connections
 * @param deployments deployments of one measurement, at each number of customers
 * @param single deployments of one customer, one after the other
 * @param repeats how often all is measured, in turn
 * @param connections the numbers of connections
 * @param addressRange loopback addresses for the simulated machines
 * @param withStart whether starts with a real Keycloak are measured, too
 */
record BenchSettings(
        Path folder,
        Path page,
        int orders,
        int deployments,
        int single,
        int repeats,
        List<Integer> connections,
        String addressRange,
        boolean withStart) {
    static final int WARM_UP_ORDERS = 1_000;
    static final int WARM_UP_DEPLOYMENTS = 100;

    static BenchSettings fromSystem() {
        return new BenchSettings(
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath(),
                Path.of(System.getProperty("bench.page", "target/bench.md")).toAbsolutePath(),
                Integer.getInteger("bench.orders", 1_000),
                Integer.getInteger("bench.deployments", 160),
                Integer.getInteger("bench.single", 20),
                Integer.getInteger("bench.repeats", 3),
                Stream.of(System.getProperty("bench.connections", "1,8,32").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                System.getProperty("bench.address-range", "127.83.0.0/16"),
                Boolean.parseBoolean(System.getProperty("bench.start", "true")));
    }
}
