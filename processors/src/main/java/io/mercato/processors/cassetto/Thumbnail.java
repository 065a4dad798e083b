package io.mercato.processors.cassetto;

import java.nio.file.Path;

/**
 * A smaller image that has been made.
 *
 * @param file where it lies until the exchange ends
 * @param bytes its size
 */
public record Thumbnail(String digest, int width, int height, Path file, long bytes) {}
