package io.mercato.domain.cmw.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was placed.
 *
 * @param buyerId for whom
 * @param creatorId who placed it
 * @param net what it costs without tax, 2 decimals
 */
public record Order(
        int id,
        OrderType type,
        OrderStatus status,
        int buyerId,
        int creatorId,
        @Nullable Integer buyerCompanyId,
        int vendorId,
        int planId,
        int subscriptionId,
        @Nullable Integer providerId,
        @Nullable String externalReference,
        String currency,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal total,
        @Nullable Integer approvedBy,
        @Nullable Instant approvedAt,
        Instant createdAt) {}
