package io.mercato.domain.deployer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How patient the deployer is with a step.
 *
 * @param timeout how long the step may take, with all its attempts and all its waiting
 * @param attempts how often it is begun before it counts as failed for good
 * @param backoff pause before the second attempt; doubles with each further one, up to {@link #LONGEST_BACKOFF}
 * @param firstPoll pause before a step that waits looks for the second time; grows by half with each look, up to
 *     {@link #LONGEST_POLL}
 * @param insists whether even a refusal of the cloud is tried again: what gives back must not leave anything
 * @param compensation the step that takes back what this one makes; null when it makes nothing
 */
public record StepPolicy(
        Duration timeout,
        int attempts,
        Duration backoff,
        Duration firstPoll,
        boolean insists,
        @Nullable Step compensation) {
    public static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
    public static final Duration LONGEST_POLL = Duration.ofSeconds(5);
    private static final Duration FIRST_POLL = Duration.ofMillis(100);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);

    static StepPolicy of(Step step) {
        return switch (step) {
            case CHECK_PREREQUISITES, ENSURE_NETWORK, CHECK_FLAVOR -> call(null);
            case ENSURE_KEY, ENSURE_FIREWALL, CREATE_SERVER -> call(Step.DELETE_SERVER);
            case CREATE_VOLUME, ATTACH_VOLUME -> call(Step.DELETE_VOLUME);
            case AWAIT_SERVER -> wait(Duration.ofMinutes(15));
            case AWAIT_APPLICATION -> wait(Duration.ofMinutes(20));
            case AWAIT_VOLUME, AWAIT_ATTACHED, AWAIT_STOPPED -> wait(Duration.ofMinutes(10));
            case AWAIT_RESIZED -> wait(Duration.ofMinutes(30));
            case STOP_SERVER, START_SERVER, RESIZE_SERVER, VERIFY_SERVER -> call(null);
            case FIND_LEFTOVERS, DELETE_SERVER, AWAIT_SERVER_GONE, DELETE_VOLUME, AWAIT_VOLUME_GONE -> giveBack();
        };
    }

    private static StepPolicy call(@Nullable Step compensation) {
        return new StepPolicy(Duration.ofMinutes(10), 4, FIRST_BACKOFF, FIRST_POLL, false, compensation);
    }

    private static StepPolicy wait(Duration timeout) {
        return new StepPolicy(timeout, 10, FIRST_BACKOFF, FIRST_POLL, false, null);
    }

    private static StepPolicy giveBack() {
        return new StepPolicy(Duration.ofHours(1), 20, FIRST_BACKOFF, FIRST_POLL, true, null);
    }

    /**
     * The pause after an attempt that failed.
     *
     * @param attempt which attempt it was, from 1
     */
    public Duration backoffAfter(int attempt) {
        double factor = Math.pow(2, Math.min(attempt - 1, 30));
        return shorter(Duration.ofMillis((long) (backoff.toMillis() * factor)), LONGEST_BACKOFF);
    }

    /**
     * The pause after a look that found the step not done yet.
     *
     * @param polls which look it was, from 1
     */
    public Duration pauseAfter(int polls) {
        double factor = Math.pow(1.5, Math.min(polls - 1, 30));
        return shorter(Duration.ofMillis((long) (firstPoll.toMillis() * factor)), LONGEST_POLL);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
