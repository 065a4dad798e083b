package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.pricing.CloudPrices;
import io.mercato.domain.cmw.pricing.PlanItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan costs besides its licence and its set-up fee.
 *
 * @param items extra resources that the plan offers
 * @param cloud what its machine uses; null when it has none
 * @param coupons what the plan says about them
 * @param coupon the one that is named; null when none is, or none is known by that name
 * @param couponUses how often the buyer has used it
 * @param sellerId reseller of the buyer; null for a customer of the marketplace itself
 * @param buyerEmail null when nobody is logged in
 */
public record OfferPrices(
        List<PlanItem> items,
        @Nullable CloudPrices cloud,
        IaasBilling iaasBilling,
        CouponConfiguration coupons,
        @Nullable Coupon coupon,
        int couponUses,
        @Nullable Integer sellerId,
        @Nullable String buyerEmail) {

    public OfferPrices {
        items = List.copyOf(items);
    }

    /** No extra resources, no cloud that costs, no coupon. */
    public static OfferPrices plain() {
        return new OfferPrices(List.of(), null, IaasBilling.PRE_PAID, CouponConfiguration.ALLOWED, null, 0, null, null);
    }
}
