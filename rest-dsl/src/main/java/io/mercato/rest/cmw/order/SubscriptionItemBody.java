package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code SubscriptionBillingItem} of the contract: an extra resource of a subscription.
 *
 * @param bought whether a quantity was ordered; what is measured is not
 * @param unlimited whether any quantity may be used
 * @param value the quantity that was ordered
 */
public record SubscriptionItemBody(
        UrlEntity billingItem,
        String identifier,
        String unit,
        String tag,
        Boolean bought,
        Boolean unlimited,
        BigDecimal value) {

    static List<SubscriptionItemBody> of(List<OrderedItem> items) {
        return items.stream().map(SubscriptionItemBody::of).toList();
    }

    private static SubscriptionItemBody of(OrderedItem ordered) {
        boolean measured = ordered.item().valueType() == BillingItemValueType.PAY_AS_YOU_GO;
        return new SubscriptionItemBody(
                UrlEntity.of("billingItem", ordered.item().billingItemId()),
                ordered.item().identifier(),
                ordered.item().unit(),
                ordered.tag(),
                !measured,
                measured,
                measured ? null : BigDecimal.valueOf(ordered.quantity()));
    }
}
