package io.mercato.simulator.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to happen later: a few threads for the whole cloud. */
public final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final int THREADS = 4;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("cloud-work");
        thread.setDaemon(true);
        return thread;
    });
    private final Clock clock;

    public Work(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Runs the task at the time, at once when that has passed. */
    @SuppressWarnings("FutureReturnValueIgnored") // a task that fails says so in the log
    public void at(Instant time, Runnable task) {
        // A scheduler may wake within the millisecond before the time, so it is told one later.
        long millis = Math.max(0, Duration.between(clock.instant(), time).toMillis() + 1);
        try {
            threads.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("the cloud closes; what is left is done after the next start");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("the cloud's own work failed", broken);
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(2, TimeUnit.SECONDS);
    }
}
