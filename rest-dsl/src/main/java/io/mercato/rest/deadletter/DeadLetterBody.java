package io.mercato.rest.deadletter;

import io.mercato.domain.deadletter.DeadLetter;
import io.mercato.domain.deadletter.DeadLetter.Handling;
import java.time.Instant;

/** A message that failed for good; never what it says. */
record DeadLetterBody(
        int id,
        String self,
        DeadLetter.State state,
        String queue,
        String type,
        String aggregate,
        String messageId,
        String requestId,
        String route,
        String cause,
        int attempts,
        Instant diedAt,
        Instant redrivenAt,
        String redrivenBy,
        Instant discardedAt,
        String discardedBy) {

    static DeadLetterBody of(DeadLetter letter) {
        Handling redriven = letter.redriven();
        Handling discarded = letter.discarded();
        return new DeadLetterBody(
                letter.id(),
                "deadLetter/" + letter.id(),
                letter.state(),
                letter.queue(),
                letter.type(),
                letter.aggregate(),
                letter.messageId(),
                letter.requestId(),
                letter.route(),
                letter.cause(),
                letter.attempts(),
                letter.diedAt(),
                redriven == null ? null : redriven.at(),
                redriven == null ? null : redriven.by(),
                discarded == null ? null : discarded.at(),
                discarded == null ? null : discarded.by());
    }
}
