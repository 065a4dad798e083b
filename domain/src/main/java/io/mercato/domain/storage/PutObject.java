package io.mercato.domain.storage;

import java.nio.file.Path;

/**
 * Keep these bytes; whatever had the key before is replaced, as a whole or not at all.
 *
 * @param file where the bytes lie
 * @param type their media type
 */
public record PutObject(String key, Path file, String type) {}
