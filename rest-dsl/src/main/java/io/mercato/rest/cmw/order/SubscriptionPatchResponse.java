package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.rest.UrlEntity;

/** What a change of the plan leads to; empty for every other change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionPatchResponse(OrderStatus upgrade, UrlEntity order, UrlEntity invoice) {

    static SubscriptionPatchResponse of(ChangeResult result) {
        return new SubscriptionPatchResponse(
                result.upgrade(), UrlEntity.of("order", result.orderId()), UrlEntity.of("invoice", result.invoiceId()));
    }
}
