package io.mercato.domain.message;

import java.time.Duration;
import java.util.Objects;

/**
 * A message to be sent once the transaction that it stands in is committed.
 *
 * @param destination key of the queue in {@code destinations.properties}, as {@code "queue.deployer.commands"}
 * @param type what the payload is, header {@link MessageHeaders#MESSAGE_TYPE}
 * @param aggregate what it is about, as {@code "subscription/42"}; messages of one aggregate keep their order
 * @param payload a record, sent as JSON
 * @param delay how long the broker keeps it back; zero for at once
 */
public record OutgoingMessage(String destination, String type, String aggregate, Object payload, Duration delay) {

    public OutgoingMessage {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(payload, "payload");
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A message cannot be sent in the past: " + delay);
        }
    }

    public static OutgoingMessage now(String destination, String type, String aggregate, Object payload) {
        return new OutgoingMessage(destination, type, aggregate, payload, Duration.ZERO);
    }
}
