package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a subscription leads to.
 *
 * @param upgrade {@code DEFERRED} to the next period, {@code FREE}, or {@code PAID} once the invoice is; null when it is
 *     simply done
 */
public record ChangeResult(
        @Nullable OrderStatus upgrade,
        @Nullable Integer orderId,
        @Nullable Integer invoiceId) {
    public static final ChangeResult DONE = new ChangeResult(null, null, null);
}
