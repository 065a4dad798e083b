package io.mercato.boot.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured; each is a system property {@code bench.*}.
 *
 * @param page Markdown file that the figures are written to
 * @param parts what is measured: any of {@code orders}, {@code search}, {@code listing}, {@code growth}
 * @param orders orders of one measurement, at each number of connections
 * @param deployments deployments of one measurement, at each number of customers
 * @param single deployments of one customer, one after the other
 * @param requests requests of one measurement of {@code search} and {@code listing}
 * @param products how many products there are, one size after the other, rising
 * @param listed subscriptions of the vendor whose list is read
 * @param subscriptions subscriptions that {@code growth} puts in before it measures orders again
 * @param repeats how often all is measured, in turn
 * @param connections the numbers of connections
 * @param java options of the platform's JVM; by default its second compiler, as in production
 * @param withDelays whether one customer is measured with the cloud's default delays, too
 * @param withStart whether starts with a real Keycloak are measured, too
 */
record BenchSettings(
        Path page,
        List<String> parts,
        int orders,
        int deployments,
        int single,
        int requests,
        List<Integer> products,
        int listed,
        int subscriptions,
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
                words("bench.parts", "orders,search,listing,growth").toList(),
                Integer.getInteger("bench.orders", 1_000),
                Integer.getInteger("bench.deployments", 160),
                Integer.getInteger("bench.single", 20),
                Integer.getInteger("bench.requests", 300),
                numbers("bench.products", "10000,100000"),
                Integer.getInteger("bench.listed", 100_000),
                Integer.getInteger("bench.subscriptions", 100_000),
                Integer.getInteger("bench.repeats", 3),
                numbers("bench.connections", "1,8,32"),
                List.of(System.getProperty("bench.java", "-XX:TieredStopAtLevel=4")
                        .split(" ")),
                Boolean.parseBoolean(System.getProperty("bench.delays", "true")),
                Boolean.parseBoolean(System.getProperty("bench.start", "true")));
    }

    boolean measures(String part) {
        return parts.contains(part);
    }

    private static List<Integer> numbers(String key, String fallback) {
        return words(key, fallback).map(Integer::valueOf).toList();
    }

    private static Stream<String> words(String key, String fallback) {
        return Stream.of(System.getProperty(key, fallback).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }
}
