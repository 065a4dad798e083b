package io.mercato.boot.crash;

import static org.awaitility.Awaitility.await;

import io.mercato.boot.harness.PlatformProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the platform at given moments, and starts it again each time on the same data. */
final class Reaper {
    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
    private static final String BROKER_IS_UP = "Artemis below";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final PlatformProcess platform;
    private final CrashDatabase database;
    private final OrderStorm storm;
    private final List<Killing> killings = new ArrayList<>();

    Reaper(PlatformProcess platform, CrashDatabase database, OrderStorm storm) {
        this.platform = platform;
        this.database = database;
        this.storm = storm;
    }

    /** @param inFlight subscriptions that were not yet deployed, as the database said when the platform was dead */
    record Killing(String when, int inFlight) {}

    /** Lets it come up, and kills it as soon as the moment has come; it is on its way up again afterwards. */
    void killWhen(String when, Callable<Boolean> moment) throws IOException, InterruptedException {
        platform.awaitReady();
        killAt(when, moment);
    }

    /** Kills it on its way up: its database and its broker are there, and its routes begin to take up what was left. */
    void killOnTheWayUp() throws IOException, InterruptedException {
        int starts = killings.size() + 1;
        killAt("on its way up", () -> platform.output().split(BROKER_IS_UP, -1).length - 1 == starts);
    }

    private void killAt(String when, Callable<Boolean> moment) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        await("the moment to kill it: " + when)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .until(() -> {
                    storm.check();
                    return moment.call();
                });
        platform.kill();
        Killing killing = new Killing(when, database.inFlight());
        killings.add(killing);
        LOG.info(
                "{} after {} ms",
                killing,
                Duration.between(begin, Instant.now()).toMillis());
        platform.start();
    }

    List<Killing> killings() {
        return List.copyOf(killings);
    }
}
