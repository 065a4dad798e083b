package io.mercato.domain.cmw.changelog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what of an entity, and when.
 *
 * @param entity as {@code subscription}
 * @param authorId user who did it; null for the platform itself
 * @param author his name, with that of the member of staff who acted for him
 */
public record Change(
        long id,
        String entity,
        int entityId,
        Instant at,
        @Nullable Integer authorId,
        String author,
        Kind change,
        List<Value> changes) {

    /** What happened to the entity. */
    public enum Kind {
        CREATED,
        MODIFIED,
        DELETED
    }

    /** A value before and after. */
    public record Value(
            String property,
            @Nullable String left,
            @Nullable String right) {}
}
