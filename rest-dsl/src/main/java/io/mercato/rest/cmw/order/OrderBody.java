package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.Order;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderOperation;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.identity.Principal;
import io.mercato.rest.Since;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.pricing.BillingItemValueBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An order.
 *
 * @param subscriptions besides the contract: of a bundle all that it is about, one for each plan that is in it
 */
public record OrderBody(
        int id,
        String self,
        OrderType type,
        @Since(20201126) OrderStatus status,
        UrlEntity buyer,
        UrlEntity creator,
        UrlEntity productVersion,
        UrlEntity subscription,
        List<UrlEntity> subscriptions,
        Budget budget,
        String currency,
        BigDecimal totalPrice,
        String externalReference,
        UrlEntity approvedBy,
        Instant approvedAt,
        Instant date,
        Instant startDate,
        UrlEntity reseller,
        UrlEntity distributor,
        @Since(20201126) Set<OrderOperation> availableOperations,
        List<SubscriptionItemBody> billingItems,
        List<BillingItemValueBody> billingItemValues) {

    /** What it costs. */
    public record Budget(
            UrlEntity cloudProvider,
            String currency,
            BigDecimal priceExcludingVAT,
            BigDecimal vatSpunOff,
            BigDecimal totalPrice) {}

    static OrderBody of(Order order, Principal reader) {
        return new OrderBody(
                order.id(),
                "order/" + order.id(),
                order.type(),
                order.status(),
                UrlEntity.of("user", order.buyerId()),
                UrlEntity.of("user", order.creatorId()),
                UrlEntity.of("productVersion", order.planId()),
                UrlEntity.of("subscription", order.subscriptionId()),
                several(order),
                new Budget(
                        UrlEntity.of("cloudProvider", order.providerId()),
                        order.currency(),
                        order.net(),
                        order.vat(),
                        order.total()),
                order.currency(),
                order.total(),
                order.externalReference(),
                UrlEntity.of("user", order.approvedBy()),
                order.approvedAt(),
                order.createdAt(),
                order.startDate(),
                UrlEntity.of("reseller", order.resellerId()),
                UrlEntity.of("distributor", order.distributorId()),
                OrderAccess.available(reader, order),
                SubscriptionItemBody.of(order.items()),
                BillingItemValueBody.ofOrdered(order.items()));
    }

    private static List<UrlEntity> several(Order order) {
        return order.subscriptions().size() == 1
                ? null
                : order.subscriptions().stream()
                        .map(one -> UrlEntity.of("subscription", one.id()))
                        .toList();
    }
}
