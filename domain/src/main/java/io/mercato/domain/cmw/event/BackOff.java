package io.mercato.domain.cmw.event;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: {@code first}, growing by {@code factor} up to {@code maximum}, and up to a
 * fifth less, by chance, so that deliveries that failed together do not come back together.
 *
 * @param first at least a millisecond
 * @param factor at least 1
 * @param maximum at least {@code first}
 */
public record BackOff(Duration first, double factor, Duration maximum) {
    private static final double JITTER = 0.2;

    public BackOff {
        if (first.toMillis() < 1 || factor < 1 || maximum.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "Not a back-off: first " + first + ", factor " + factor + ", maximum " + maximum);
        }
    }

    /** @param attempts attempts made so far, at least 1 */
    public Duration after(int attempts, RandomGenerator random) {
        double share = 1 - JITTER * random.nextDouble();
        return Duration.ofMillis(Math.max(1, Math.round(steady(attempts).toMillis() * share)));
    }

    /** The same without chance: the longest that it can be. */
    public Duration steady(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("No attempt was made: " + attempts);
        }
        double millis = first.toMillis() * Math.pow(factor, attempts - 1.0);
        return millis >= maximum.toMillis() ? maximum : Duration.ofMillis(Math.round(millis));
    }
}
