package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionDetail;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.vendor.SubscriptionParameterBody;
import java.util.List;

/** What whoever deploys a subscription needs of it, for {@code Prefer: response=deployment}. */
public record SubscriptionDeployment(
        int id,
        String self,
        OrderType type,
        UrlEntity buyer,
        UrlEntity productVersion,
        List<SubscriptionParameterBody> configurationParameters) {

    static SubscriptionDeployment of(SubscriptionDetail detail) {
        Subscription one = detail.subscription();
        return new SubscriptionDeployment(
                one.id(),
                "subscription/" + one.id(),
                one.type(),
                UrlEntity.of("user", one.buyerId()),
                UrlEntity.of("productVersion", one.planId()),
                detail.parameters().stream().map(SubscriptionParameterBody::of).toList());
    }
}
