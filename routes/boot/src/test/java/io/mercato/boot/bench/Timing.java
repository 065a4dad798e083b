package io.mercato.boot.bench;

import java.util.Arrays;

/** How long operations took: in all a second, and each in milliseconds. */
record Timing(double perSecond, double median, double p95) {

    static Timing of(long[] nanos, long all) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(
                sorted.length / (all / 1e9),
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * 0.95))] / 1e6);
    }
}
