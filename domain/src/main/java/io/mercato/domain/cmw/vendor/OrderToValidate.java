package io.mercato.domain.cmw.vendor;

import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.identity.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor is asked to let pass before it happens (behaviour §3).
 *
 * @param planId what is ordered, or changed to; of a subscription that ends, its plan
 * @param type of an estimate that of the order; {@code SYNDICATED_UPGRADE} and {@code BILLING_ITEM_UPGRADE} for a change,
 *     {@code UNSUBSCRIBE} when it is not to be renewed, {@code TERMINATION} when it ends
 * @param buyerId user for whom; null for a visitor who asks for an estimate
 * @param subscriptionId the subscription that is changed or ends; null for a new one
 * @param billingItems quantities of extra resources by reference, {@code billingItem/1}
 * @param configurationParameters the customer's values by the parameter's id; those of the subscription are added to them
 */
public record OrderToValidate(
        int planId,
        OrderType type,
        @Nullable Integer buyerId,
        @Nullable Integer subscriptionId,
        Map<String, Integer> billingItems,
        Map<Integer, String> configurationParameters) {

    public OrderToValidate {
        billingItems = Map.copyOf(billingItems);
        configurationParameters = Map.copyOf(configurationParameters);
    }

    /**
     * A new order.
     *
     * @param buyer user for whom; 0 for a visitor
     */
    public static OrderToValidate of(OrderRequest request, int buyer) {
        return new OrderToValidate(
                request.planId(),
                request.type(),
                buyer == 0 ? null : buyer,
                null,
                request.billingItems(),
                request.configurationParameters());
    }

    /** What somebody asks of a subscription; null for what no vendor has a say in. */
    public static @Nullable OrderToValidate of(Principal who, Subscription subscription, SubscriptionChange change) {
        OrderType type = type(who, change);
        if (type == null) {
            return null;
        }
        Integer plan = type == OrderType.SYNDICATED_UPGRADE ? change.planId() : null;
        return new OrderToValidate(
                plan == null ? subscription.planId() : plan,
                type,
                subscription.buyerId(),
                subscription.id(),
                change.billingItems(),
                Map.of());
    }

    /** An administrator ends what there is to end, whatever a vendor says. */
    private static @Nullable OrderType type(Principal who, SubscriptionChange change) {
        SubscriptionAction action = change.action();
        if (action == null) {
            return null;
        }
        return switch (action) {
            case KILL -> who.role().isAdministrator() ? null : OrderType.TERMINATION;
            case AUTORENEW -> Boolean.FALSE.equals(change.autoRenew()) ? OrderType.UNSUBSCRIBE : null;
            case SYNDICATED_UPGRADE -> OrderType.SYNDICATED_UPGRADE;
            case BILLING_ITEM_UPGRADE -> OrderType.BILLING_ITEM_UPGRADE;
            default -> null;
        };
    }
}
