package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import org.jspecify.annotations.Nullable;

/**
 * An order to be stored.
 *
 * @param invoice what it costs; null when nothing
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
        @Nullable InvoiceDraft invoice) {}
