package io.mercato.domain.storage;

import java.time.Instant;

/** A key that has an object. */
public record StoredKey(String key, long size, Instant modifiedAt) {}
