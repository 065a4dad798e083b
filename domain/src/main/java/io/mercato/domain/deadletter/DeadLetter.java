package io.mercato.domain.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that failed for good, without what it says: that may be a secret.
 *
 * @param messageId identity of the message, the same at every death of it
 * @param queue name of the queue that it failed in
 * @param type what the payload is; null for a message that is none of the platform's
 * @param aggregate what it is about, as {@code "subscription/42"}; null as before
 * @param requestId {@code CMW-Request-Id} of the request that began it all; null when there was none
 * @param route id of the route that it failed in; null when no process lived to tell
 * @param cause why it failed the last time, in words without secrets
 * @param attempts how often it was tried; 0 when no process lived to tell
 * @param redriven who put it back into its queue; null when nobody did
 * @param discarded who threw it away; null when nobody did
 */
public record DeadLetter(
        int id,
        String messageId,
        String queue,
        @Nullable String type,
        @Nullable String aggregate,
        @Nullable String requestId,
        @Nullable String route,
        String cause,
        int attempts,
        Instant diedAt,
        @Nullable Handling redriven,
        @Nullable Handling discarded) {

    /** What somebody did, and when. */
    public record Handling(Instant at, String by) {}

    /** What became of it. */
    public enum State {
        /** Nobody has dealt with it. */
        OPEN,
        /** It is back in its queue, or on its way there; should it die again, that is another letter. */
        REDRIVEN,
        /** It was thrown away. */
        DISCARDED
    }

    public State state() {
        if (discarded != null) {
            return State.DISCARDED;
        }
        return redriven == null ? State.OPEN : State.REDRIVEN;
    }
}
