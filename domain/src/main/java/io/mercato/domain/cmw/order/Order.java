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
 * @param startDate when it is to begin, or a change is to be done; null for at once
 * @param vendorId company of the vendor; null for a bundle that holds products of several
 * @param subscriptionId the subscription that it is about; of a bundle the first one of those that it began
 * @param productName what was ordered, as its buyer knows it
 * @param subscriptions all that it is about: one, or of a bundle one for each plan that is in it
 * @param opens whether its subscriptions began with it
 * @param items extra resources that were ordered, at the prices of that moment
 * @param isUnpaidChange whether it is a change of its subscription that is done when it is paid
 */
public record Order(
        int id,
        OrderType type,
        OrderStatus status,
        int buyerId,
        int creatorId,
        @Nullable Integer buyerCompanyId,
        @Nullable Integer vendorId,
        int planId,
        String productName,
        String planName,
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
        List<Ordered> subscriptions,
        @Nullable Integer resellerId,
        @Nullable Integer distributorId,
        @Nullable Instant startDate,
        @Nullable String rejectionReason,
        boolean opens,
        List<OrderedItem> items,
        boolean isUnpaidChange) {

    /** A subscription, as it is now. */
    public record Ordered(int id, SubscriptionStatus status) {}

    public Order {
        subscriptions = List.copyOf(subscriptions);
        items = List.copyOf(items);
    }

    public Parties parties() {
        return new Parties(buyerId, buyerCompanyId, vendorId, resellerId, distributorId);
    }
}
