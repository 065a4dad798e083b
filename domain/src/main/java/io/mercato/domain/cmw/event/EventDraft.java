package io.mercato.domain.cmw.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a member of staff sends by hand.
 *
 * @param endpoint http or https address that it goes to
 * @param recipient whose endpoint that is, which decides the key of the signature
 * @param productId needed for {@link EventRecipient#PRODUCT}
 * @param vendorId needed for {@link EventRecipient#COMPANY}
 */
public record EventDraft(
        String endpoint,
        EventRecipient recipient,
        EventEntity entity,
        int entityId,
        EventType type,
        @Nullable Integer productId,
        @Nullable Integer vendorId,
        Map<String, Object> metadata) {

    public EventDraft {
        metadata = Map.copyOf(metadata);
    }
}
