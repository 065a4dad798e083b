package io.mercato.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Failures that were ordered: for the next calls of an operation, or for a share of all calls. */
public final class Faults {
    /**
     * How a call fails.
     *
     * @param status answered instead; 0 for none
     * @param drop the connection is closed without an answer
     * @param after the operation is done first, and only its answer is lost
     * @param retryAfter seconds for the header; 0 for none
     */
    public record Fault(String operation, int status, long delayMillis, boolean drop, boolean after, int retryAfter) {}

    private record Ordered(Fault fault, AtomicInteger left) {}

    private final List<Ordered> ordered = new CopyOnWriteArrayList<>();
    private final Duration latency;
    private final double failRate;

    public Faults(Duration latency, double failRate) {
        this.latency = latency;
        this.failRate = failRate;
    }

    /** Lets the next calls of the operation (or of all: "*") fail. */
    public void order(Fault fault, int times) {
        ordered.add(new Ordered(fault, new AtomicInteger(times)));
    }

    public void clear() {
        ordered.clear();
    }

    /** What the next call of the operation meets; null when it is left alone. */
    public Fault next(String operation) {
        ordered.removeIf(used -> used.left().get() <= 0);
        for (Ordered candidate : ordered) {
            String wanted = candidate.fault().operation();
            if (!wanted.equals("*") && !wanted.equals(operation)) {
                continue;
            }
            if (candidate.left().getAndDecrement() > 0) {
                return candidate.fault();
            }
        }
        boolean unlucky = failRate > 0 && ThreadLocalRandom.current().nextDouble() < failRate;
        if (unlucky || !latency.isZero()) {
            return new Fault(operation, unlucky ? 503 : 0, latency.toMillis(), false, false, 0);
        }
        return null;
    }
}
