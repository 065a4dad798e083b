package io.mercato.processors.connector;

/**
 * Answer of a connector's verifier, behind "test the connection".
 *
 * @param accepted whether the outside system is there and takes us in
 * @param message what it said, in words for a person, without secrets
 */
public record ConnectionVerdict(boolean accepted, String message) {}
