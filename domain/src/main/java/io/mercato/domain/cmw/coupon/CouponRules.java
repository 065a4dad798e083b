package io.mercato.domain.cmw.coupon;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a coupon is good for an order. */
public final class CouponRules {

    private CouponRules() {}

    /**
     * Null when nothing stands against it.
     *
     * @param named whether a coupon was named
     * @param coupon null when none is, or none is known by that name
     */
    public static @Nullable CouponRefusal refusal(boolean named, @Nullable Coupon coupon, CouponCase use, Instant now) {
        if (!named) {
            boolean missing = use.allowed() == CouponConfiguration.MANDATORY && !use.trial();
            return missing ? CouponRefusal.MISSING : null;
        }
        if (coupon == null) {
            return CouponRefusal.UNKNOWN;
        }
        if (use.allowed() == CouponConfiguration.NOT_ALLOWED) {
            return CouponRefusal.NOT_ALLOWED;
        }
        CouponRefusal notThere = fit(coupon, use);
        return notThere == null ? spent(coupon, use, now) : notThere;
    }

    private static @Nullable CouponRefusal fit(Coupon coupon, CouponCase use) {
        boolean anotherPlan = coupon.planId() != null && coupon.planId() != use.planId();
        boolean anotherProduct = coupon.productId() != null && coupon.productId() != use.productId();
        if (anotherPlan || anotherProduct) {
            return CouponRefusal.OTHER_PLAN;
        }
        boolean anotherEmail = coupon.email() != null && !coupon.email().equalsIgnoreCase(use.email());
        boolean anotherSeller = coupon.sellerId() != null && !coupon.sellerId().equals(use.sellerId());
        if (anotherEmail || anotherSeller) {
            return CouponRefusal.OTHER_CUSTOMER;
        }
        boolean forTrials = coupon.type() == CouponType.TRIAL;
        if (forTrials != use.trial()) {
            return forTrials ? CouponRefusal.FOR_TRIALS : CouponRefusal.NOT_FOR_TRIALS;
        }
        return null;
    }

    private static @Nullable CouponRefusal spent(Coupon coupon, CouponCase use, Instant now) {
        if (coupon.isExpired(now)) {
            return CouponRefusal.EXPIRED;
        }
        int uses = coupon.type().isGenerator() ? use.usesByBuyer() : coupon.uses();
        if (!coupon.reusable() && uses > 0) {
            return CouponRefusal.ALREADY_USED;
        }
        return coupon.isExhausted() ? CouponRefusal.EXHAUSTED : null;
    }
}
