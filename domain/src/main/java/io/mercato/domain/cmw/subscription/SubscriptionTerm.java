package io.mercato.domain.cmw.subscription;

import io.mercato.domain.error.Errors;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator makes of the end of a period: another moment, or so many hours more or less.
 *
 * @param from when the period ends, and the next one begins
 * @param hours by which its end is moved; less than 0 brings it nearer
 */
public record SubscriptionTerm(
        @Nullable Instant from, @Nullable Integer hours) {
    private static final Duration LONGEST = Duration.ofDays(3_653);

    /** The new end; INVALID when it is over, or when it is not said clearly. */
    public Instant end(Instant now, Instant before) {
        if ((from == null) == (hours == null)) {
            throw Errors.invalidField("from", "give either from or hours");
        }
        Instant end = from != null ? from : before.plus(Duration.ofHours(hours == null ? 0 : hours));
        if (!end.isAfter(now)) {
            throw Errors.invalidField(from != null ? "from" : "hours", "the period must end in the future");
        }
        if (end.isAfter(now.plus(LONGEST))) {
            throw Errors.invalidField(from != null ? "from" : "hours", "the period must end within ten years");
        }
        return end;
    }
}
