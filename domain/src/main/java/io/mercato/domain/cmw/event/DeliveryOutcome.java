package io.mercato.domain.cmw.event;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What an attempt to deliver means: 200 and 204 end it, everything else is tried again until it succeeds. */
public sealed interface DeliveryOutcome {
    int TOO_MANY_REQUESTS = 429;

    record Notified(Instant at) implements DeliveryOutcome {}

    /** @param error why, as {@code lastError} shows it */
    record TryAgain(Instant at, String error) implements DeliveryOutcome {}

    /** @param attempts attempts made so far, with this one */
    static DeliveryOutcome of(
            DeliveryAnswer answer, int attempts, Instant now, BackOff backOff, RandomGenerator random) {
        Duration growing = backOff.after(attempts, random);
        if (answer instanceof DeliveryAnswer.Unanswered unanswered) {
            return new TryAgain(now.plus(growing), unanswered.reason());
        }
        DeliveryAnswer.Answered answered = (DeliveryAnswer.Answered) answer;
        if (answered.status() == 200 || answered.status() == 204) {
            return new Notified(now);
        }
        Duration asked = answered.status() == TOO_MANY_REQUESTS ? RetryAfter.parse(answered.retryAfter(), now) : null;
        return new TryAgain(now.plus(asked == null ? growing : asked), "HTTP status " + answered.status());
    }
}
