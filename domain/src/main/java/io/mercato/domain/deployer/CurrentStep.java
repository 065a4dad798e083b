package io.mercato.domain.deployer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The step that a deployment is at.
 *
 * @param attempt which attempt this is, from 1
 * @param polls how often it has been looked whether it is done
 * @param due when it is to be run
 * @param deadline when it counts as failed
 * @param token identity of the message that runs it; a message with another one is stale and does nothing
 */
public record CurrentStep(Step step, int attempt, int polls, Instant due, Instant deadline, UUID token) {

    /** Begins now, driven by the message that carries this token. */
    public static CurrentStep begin(Step step, Instant now, UUID token) {
        return new CurrentStep(step, 1, 0, now, now.plus(step.policy().timeout()), token);
    }

    /** Begins after a pause, by a message of its own. */
    public static CurrentStep beginAfter(Step step, Instant now, Duration pause) {
        Instant due = now.plus(pause);
        return new CurrentStep(step, 1, 0, due, due.plus(step.policy().timeout()), UUID.randomUUID());
    }

    /** The attempt failed: once more after a pause. */
    public CurrentStep retry(Instant now) {
        Instant next = now.plus(step.policy().backoffAfter(attempt));
        return new CurrentStep(step, attempt + 1, polls, next, deadline, UUID.randomUUID());
    }

    /** The attempt went well, but it is not done: look again after a pause. */
    public CurrentStep lookAgain(Instant now) {
        Instant next = now.plus(step.policy().pauseAfter(polls + 1));
        return new CurrentStep(step, 1, polls + 1, next, deadline, UUID.randomUUID());
    }

    /** Whether one more attempt is left and would come in time. */
    public boolean mayRetry(Instant now) {
        return attempt < step.policy().attempts()
                && now.plus(step.policy().backoffAfter(attempt)).isBefore(deadline);
    }

    public int attemptsLeft() {
        return Math.max(0, step.policy().attempts() - attempt);
    }

    /** Whether this is the very same turn of the same step. */
    public boolean isSameTurn(CurrentStep other) {
        return token.equals(other.token) && step == other.step && attempt == other.attempt && polls == other.polls;
    }
}
