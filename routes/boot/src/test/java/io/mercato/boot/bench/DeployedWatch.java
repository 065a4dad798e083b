package io.mercato.boot.bench;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Notices within some milliseconds that subscriptions are deployed, at no cost to the platform's own process. */
final class DeployedWatch implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 4;
    private static final long LIMIT_IN_SECONDS = 120;

    private final Meter meter;
    private final Map<Integer, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    DeployedWatch(Meter meter) {
        this.meter = meter;
        clock.scheduleWithFixedDelay(this::look, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    void await(int subscription) throws Exception {
        CompletableFuture<Void> deployed = awaited.computeIfAbsent(subscription, id -> new CompletableFuture<>());
        deployed.get(LIMIT_IN_SECONDS, TimeUnit.SECONDS);
    }

    void pause(int seconds) throws Exception {
        clock.schedule(() -> {}, seconds, TimeUnit.SECONDS).get();
    }

    private void look() {
        if (awaited.isEmpty()) {
            return;
        }
        String ids = awaited.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            meter.numbers("select id from cmw.subscription where status = 'DEPLOYED' and id in (" + ids + ")")
                    .forEach(id -> awaited.remove(id.intValue()).complete(null));
        } catch (SQLException e) {
            awaited.values().forEach(waiting -> waiting.completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
