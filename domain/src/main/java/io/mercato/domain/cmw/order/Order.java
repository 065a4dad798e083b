package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was placed.
 *
 * @param buyerId for whom
 * @param creatorId who placed it
 * @param net what it costs without tax, 2 decimals
 * @param resellerId company that sold it; null for a customer of the marketplace itself
 * @param startDate when it is to begin; null for at once
 * @param opens whether its subscription began with it
 * @param items extra resources that were ordered, at the prices of that moment
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
        Instant createdAt,
        SubscriptionStatus subscriptionStatus,
        @Nullable Integer resellerId,
        @Nullable Integer distributorId,
        @Nullable Instant startDate,
        @Nullable String rejectionReason,
        boolean opens,
        List<OrderedItem> items) {

    public Order {
        items = List.copyOf(items);
    }

    public Parties parties() {
        return new Parties(buyerId, buyerCompanyId, vendorId, resellerId, distributorId);
    }
}
