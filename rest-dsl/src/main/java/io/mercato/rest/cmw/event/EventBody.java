package io.mercato.rest.cmw.event;

import io.mercato.domain.cmw.event.EventDelivery;
import io.mercato.domain.cmw.event.EventDraft;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventNotification;
import io.mercato.domain.cmw.event.EventRecipient;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.rest.UrlEntity;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/** One event on its way to one endpoint; of {@code POST /event} the fields that cannot be written are ignored. */
public record EventBody(
        Integer id,
        String self,
        Instant date,
        EventRecipient recipient,
        @NotNull @Size(max = 2000) String endpoint,
        @NotNull EventEntity entityName,
        @NotNull @Positive Integer entityId,
        UrlEntity entityUrl,
        @NotNull EventType type,
        UrlEntity product,
        UrlEntity vendor,
        Instant nextRetry,
        String lastError,
        Boolean notified,
        EventNotification payload) {

    static EventBody of(EventDelivery event) {
        return new EventBody(
                event.id(),
                "event/" + event.id(),
                event.date(),
                event.recipient(),
                event.endpoint(),
                event.entity(),
                event.entityId(),
                new UrlEntity(event.entity().url(event.entityId())),
                event.type(),
                UrlEntity.of("product", event.productId()),
                UrlEntity.of("company", event.vendorId()),
                event.nextRetry(),
                event.lastError(),
                event.notified(),
                event.payload());
    }

    /** Without a recipient it goes to an integration of the platform's. */
    EventDraft toDomain() {
        return new EventDraft(
                endpoint,
                recipient == null ? EventRecipient.PLATFORM : recipient,
                entityName,
                entityId,
                type,
                UrlEntity.id(product, "product", "product"),
                UrlEntity.id(vendor, "company", "vendor"),
                Map.of());
    }
}
