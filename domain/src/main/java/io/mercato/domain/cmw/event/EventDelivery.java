package io.mercato.domain.cmw.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint, as {@code GET /event} shows it.
 *
 * @param productId the product that it concerns
 * @param vendorId the company whose product that is
 * @param nextRetry when it is tried next; null once it is notified
 * @param lastError why the last attempt failed; null when it did not, or when there was none
 * @param notified whether the endpoint has taken it
 */
public record EventDelivery(
        int id,
        Instant date,
        EventRecipient recipient,
        String endpoint,
        EventEntity entity,
        int entityId,
        EventType type,
        @Nullable Integer productId,
        @Nullable Integer vendorId,
        int attempts,
        @Nullable Instant nextRetry,
        @Nullable String lastError,
        boolean notified,
        EventNotification payload) {}
