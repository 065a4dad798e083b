package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import java.math.BigDecimal;

/**
 * A subscription by its name and price, for {@code Prefer: response=priced}.
 *
 * @param cost of one period, without tax: plan, extra resources and cloud, as far as they are paid in advance
 */
public record PricedEntity(int id, String self, String name, BigDecimal cost) {

    static PricedEntity of(SubscriptionDetail detail) {
        Subscription one = detail.subscription();
        return new PricedEntity(
                one.id(),
                "subscription/" + one.id(),
                one.name(),
                detail.period().amount());
    }
}
