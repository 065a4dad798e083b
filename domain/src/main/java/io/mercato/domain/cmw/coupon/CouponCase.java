package io.mercato.domain.cmw.coupon;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon is to be used for.
 *
 * @param allowed what the plan says about coupons
 * @param sellerId reseller of the buyer; null for a customer of the marketplace itself
 * @param email of the buyer; null when nobody is logged in
 * @param trial whether the order is one
 * @param usesByBuyer how often the buyer has used this coupon
 */
public record CouponCase(
        int planId,
        int productId,
        CouponConfiguration allowed,
        @Nullable Integer sellerId,
        @Nullable String email,
        boolean trial,
        int usesByBuyer) {}
