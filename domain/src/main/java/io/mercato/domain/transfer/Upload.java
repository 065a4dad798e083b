package io.mercato.domain.transfer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that a client sends. Neither its name nor the type that he declares says anything about what it is.
 *
 * @param file where its bytes lie; gone once the call is answered
 * @param fileName what the client calls it
 * @param declaredType media type that the client names
 */
public record Upload(Path file, String fileName, @Nullable String declaredType, long size) {}
