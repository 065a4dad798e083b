package io.mercato.domain.storage;

/**
 * Which keys there are, in their order.
 *
 * @param prefix what they begin with
 * @param after only those behind this one; empty for the first
 * @param limit at most this many, 1000 or fewer
 */
public record ListObjects(String prefix, String after, int limit) {}
