package io.mercato.domain.cmw.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What an endpoint is sent, its fields in this order:
 * {@code {"date":"2015-01-12T11:19:30Z","entity":"Subscription","entityUrl":"subscription/2388","id":"2388","type":"CREATED"}}.
 *
 * @param date when it happened, to the second, UTC
 * @param id the entity's id, as text
 * @param metadata left out when empty
 */
public record EventNotification(
        Instant date,
        EventEntity entity,
        String entityUrl,
        String id,
        EventType type,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> metadata) {

    @SuppressWarnings("NullAway") // JSON without metadata reads as null
    public EventNotification {
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    }

    public static EventNotification of(
            Instant at, EventEntity entity, int id, EventType type, Map<String, Object> metadata) {
        return new EventNotification(
                at.truncatedTo(ChronoUnit.SECONDS), entity, entity.url(id), String.valueOf(id), type, metadata);
    }
}
