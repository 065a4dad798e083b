package io.mercato.domain.cmw.vendor;

import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor is asked to let pass before it happens (behaviour §3).
 *
 * @param planId what is ordered, or changed to; of a subscription that ends, its plan
 * @param type {@code ESTIMATE} for an estimate, {@code TERMINATION} and {@code UNSUBSCRIBE} for what ends
 * @param buyerId user for whom
 * @param subscriptionId the subscription that is changed or ends; null for a new one
 * @param billingItems quantities by the identifier that the vendor gave the extra resource
 * @param configurationParameters the customer's values by the parameter's id; those of the subscription are added to them
 */
public record OrderToValidate(
        int planId,
        OrderType type,
        int buyerId,
        @Nullable Integer subscriptionId,
        Map<String, Integer> billingItems,
        Map<Integer, String> configurationParameters) {

    public OrderToValidate {
        billingItems = Map.copyOf(billingItems);
        configurationParameters = Map.copyOf(configurationParameters);
    }

    /** A new order. */
    public static OrderToValidate of(OrderRequest request, int userId) {
        Integer buyer = request.buyerId();
        return new OrderToValidate(
                request.planId(),
                request.type(),
                buyer == null ? userId : buyer,
                null,
                Map.of(),
                request.configurationParameters());
    }

    /** What is done with a subscription as it is. */
    public static OrderToValidate ofSubscription(int subscriptionId, int planId, int buyerId, OrderType type) {
        return new OrderToValidate(planId, type, buyerId, subscriptionId, Map.of(), Map.of());
    }
}
