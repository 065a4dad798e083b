package io.mercato.domain.cmw.coupon;

import io.mercato.domain.cmw.pricing.DiscountScope;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Coupons as tests need them. */
public final class CouponSamples {
    public static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private CouponSamples() {}

    /** Ten percent off, or a price of 4, or a trial of 30 days, for anything and anybody. */
    public static Coupon coupon(CouponType type) {
        return new Coupon(
                1,
                type,
                50,
                null,
                null,
                "h".repeat(48),
                type.isPercentage() ? BigDecimal.TEN : null,
                type.isPrice() ? new BigDecimal("4") : null,
                type == CouponType.TRIAL ? 30 : null,
                DiscountScope.LICENSE_ONLY,
                null,
                null,
                false,
                null,
                null,
                null,
                MADE,
                0,
                BigDecimal.ZERO);
    }

    public static Coupon used(Coupon coupon, boolean reusable, int uses, String granted) {
        return changed(coupon, coupon.sellerId(), coupon.productId(), coupon.planId(), reusable, uses, granted);
    }

    public static Coupon only(
            Coupon coupon, @Nullable Integer seller, @Nullable Integer product, @Nullable Integer plan) {
        return changed(coupon, seller, product, plan, coupon.reusable(), coupon.uses(), "0");
    }

    private static Coupon changed(
            Coupon one,
            @Nullable Integer seller,
            @Nullable Integer product,
            @Nullable Integer plan,
            boolean reusable,
            int uses,
            String granted) {
        return new Coupon(
                one.id(),
                one.type(),
                one.companyId(),
                seller,
                one.code(),
                one.hash(),
                one.percentage(),
                one.newPrice(),
                one.days(),
                one.destination(),
                product,
                plan,
                reusable,
                one.expirationDate(),
                one.plafond(),
                one.email(),
                one.createdAt(),
                uses,
                new BigDecimal(granted));
    }
}
