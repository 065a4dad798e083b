package io.mercato.processors.deadletter;

import java.util.Map;
import java.util.UUID;

/**
 * A message as it arrives in a queue of dead ones.
 *
 * @param id identity of this death, the same when the broker hands the dead message out again
 * @param queue name of the queue that it failed in
 * @param headers all that it carried and that is to be sent again with it, among them type and aggregate
 * @param expired whether it was not taken in time, rather than failed
 */
public record Death(
        UUID id, String messageId, String queue, Map<String, String> headers, String payload, boolean expired) {

    /** Without the payload, which may be a secret. */
    @Override
    public String toString() {
        return "Death[" + id + ", message " + messageId + " of " + queue + "]";
    }
}
