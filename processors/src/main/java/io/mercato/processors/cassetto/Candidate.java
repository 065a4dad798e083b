package io.mercato.processors.cassetto;

import io.mercato.domain.cassetto.message.StoredObject;
import java.nio.file.Path;

/**
 * A file that may be stored.
 *
 * @param file where its bytes lie
 * @param object what it will be known as
 */
public record Candidate(Path file, StoredObject object) {}
