package io.mercato.simulator.machine.exporter;

import io.mercato.simulator.machine.MachinePlan;
import java.time.Duration;
import java.time.Instant;

/**
 * What a machine seems to do: figures that follow from its id and its up time alone. So they move, counters only grow,
 * and after a restart of the simulator they go on where they were.
 */
public final class Load {
    private static final double WAVE_SECONDS = 300;

    private final double seconds;
    private final double phase;
    private final double mean;

    public Load(MachinePlan plan, Instant now) {
        int seed = plan.id().hashCode() & 0xffff;
        Instant since = plan.bootedAt() == null ? now : plan.bootedAt();
        this.seconds = Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
        this.phase = seed % 628 / 100.0;
        this.mean = 0.05 + seed % 20 / 100.0;
    }

    public double seconds() {
        return seconds;
    }

    /** The share of one processor that is busy now, 0 to 1. */
    public double busy() {
        return mean * (1 + 0.8 * Math.sin(angle()));
    }

    /** The seconds that one processor has been busy: the integral of {@link #busy()}. */
    public double busySeconds() {
        double wave = 0.8 * WAVE_SECONDS / (2 * Math.PI) * (Math.cos(phase) - Math.cos(angle()));
        return mean * (seconds + wave);
    }

    public long receivedBytes() {
        return (long) (40_000 * busySeconds() + 900 * seconds) + 48_000;
    }

    public long sentBytes() {
        return (long) (95_000 * busySeconds() + 600 * seconds) + 21_000;
    }

    public long diskReadBytes() {
        return (long) (30_000 * busySeconds()) + 180_000_000;
    }

    public long diskWrittenBytes() {
        return (long) (60_000 * busySeconds() + 4_000 * seconds) + 25_000_000;
    }

    /** The share of memory in use, 0 to 1. */
    public double memory() {
        return 0.22 + 0.5 * busy() + 0.03 * Math.sin(seconds / 47 + phase);
    }

    private double angle() {
        return 2 * Math.PI * seconds / WAVE_SECONDS + phase;
    }
}
