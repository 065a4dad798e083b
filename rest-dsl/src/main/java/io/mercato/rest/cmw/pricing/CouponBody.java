package io.mercato.rest.cmw.pricing;

import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponState;
import io.mercato.domain.cmw.coupon.CouponType;
import io.mercato.domain.cmw.pricing.DiscountScope;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** {@code Coupon} of the contract. */
public record CouponBody(
        Integer id,
        String self,
        CouponType type,
        CouponState state,
        String code,
        String hash,
        BigDecimal percentage,
        BigDecimal newPrice,
        Integer days,
        DiscountScope destination,
        UrlEntity product,
        UrlEntity productVersion,
        boolean reusable,
        Instant creationDate,
        Instant expirationDate,
        BigDecimal plafond,
        String emailCustomer) {

    /** @param now what its state is told of */
    static CouponBody of(Coupon coupon, Instant now) {
        return new CouponBody(
                coupon.id(),
                "coupon/" + coupon.id(),
                coupon.type(),
                coupon.state(now),
                coupon.code(),
                coupon.hash(),
                coupon.percentage(),
                coupon.newPrice(),
                coupon.days(),
                coupon.destination(),
                UrlEntity.of("product", coupon.productId()),
                UrlEntity.of("productVersion", coupon.planId()),
                coupon.reusable(),
                coupon.createdAt(),
                coupon.expirationDate(),
                coupon.plafond(),
                coupon.email());
    }

    /** What was made: one, or a list of them. */
    static Object made(Object coupons, Instant now) {
        return coupons instanceof List<?> several
                ? several.stream().map(coupon -> of((Coupon) coupon, now)).toList()
                : of((Coupon) coupons, now);
    }
}
