package io.mercato.boot.process;

import java.time.Duration;

/** How long to wait before the next start: a second, twice as long each time, a minute at most. */
class BackOff {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration first;
    private Duration next;

    BackOff(Duration first) {
        this.first = first;
        this.next = first;
    }

    /** A child that lived longer than the longest wait was well: the next wait is a short one again. */
    Duration afterALifeOf(Duration life) {
        if (life.compareTo(LONGEST) > 0) {
            next = first;
        }
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }
}
