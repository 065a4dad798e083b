package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to be stored.
 *
 * @param invoice what it costs; null when nothing
 * @param startDate when it is to begin; null for at once
 */
public record NewOrder(
        OrderType type,
        OrderStatus status,
        int buyerId,
        int creatorId,
        int planId,
        int subscriptionId,
        @Nullable Integer providerId,
        @Nullable String externalReference,
        String currency,
        @Nullable InvoiceDraft invoice,
        @Nullable Instant startDate) {}
