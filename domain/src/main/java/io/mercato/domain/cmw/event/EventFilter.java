package io.mercato.domain.cmw.event;

import org.jspecify.annotations.Nullable;

/** Which deliveries a list shows; a null lets every one through. */
public record EventFilter(
        @Nullable EventEntity entity,
        @Nullable Integer entityId,
        @Nullable EventType type) {
    public static final EventFilter ALL = new EventFilter(null, null, null);
}
