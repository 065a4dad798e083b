package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.cmw.subscription.Terms;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that an order begins.
 *
 * @param offer of its plan, at the price that it has in the order
 * @param request what of the order is about it
 * @param machine null for what runs on no machine of the platform's
 * @param price what it costs, and what of that stays
 * @param bundleDiscount percent that it is cheaper for being in a bundle; null when it is ordered alone
 */
public record NewSubscription(
        Offer offer,
        OrderRequest request,
        String name,
        Terms terms,
        @Nullable MachineSpec machine,
        OrderPrice price,
        @Nullable BigDecimal bundleDiscount) {

    /** What is decided about it; when it is in a bundle a failure names it. */
    public <T> T decide(Supplier<T> decision) {
        return bundleDiscount == null ? decision.get() : BundledOffer.decide(offer, decision);
    }
}
