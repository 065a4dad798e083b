package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.domain.error.Errors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a subscription that somebody wants to know the price of.
 *
 * @param iaas whether the cloud's costs are wanted, or those alone
 */
public record ChangeEstimate(
        int subscriptionId, SubscriptionChange change, PropertyFilter iaas, PayPerUseCosts payPerUse) {

    /**
     * INVALID for a type that is no change with a price.
     *
     * @param planId with {@code SYNDICATED_UPGRADE}: the new plan
     * @param billingItems with {@code BILLING_ITEM_UPGRADE}: the new quantities by reference, {@code billingItem/1}
     */
    public static ChangeEstimate of(
            int subscriptionId,
            OrderType type,
            @Nullable Integer planId,
            Map<String, Integer> billingItems,
            PropertyFilter iaas,
            PayPerUseCosts payPerUse) {
        SubscriptionChange change = new SubscriptionChange(
                action(type), null, null, null, false, new SubscriptionTerm(null, null), planId, billingItems);
        return new ChangeEstimate(subscriptionId, change, iaas, payPerUse);
    }

    private static SubscriptionAction action(OrderType type) {
        return switch (type) {
            case RENEWAL -> SubscriptionAction.RENEW;
            case SYNDICATED_UPGRADE -> SubscriptionAction.SYNDICATED_UPGRADE;
            case BILLING_ITEM_UPGRADE -> SubscriptionAction.BILLING_ITEM_UPGRADE;
            default ->
                throw Errors.invalidField(
                        "type", "must be RENEWAL, SYNDICATED_UPGRADE or BILLING_ITEM_UPGRADE with a subscriptionId");
        };
    }
}
