package io.mercato.processors.deadletter;

/**
 * An attempt that failed.
 *
 * @param queue name of the queue that the message came from
 * @param attempts which attempt it was, from 1
 * @param cause in words without secrets
 */
public record Failure(String messageId, String queue, String route, int attempts, String cause) {}
