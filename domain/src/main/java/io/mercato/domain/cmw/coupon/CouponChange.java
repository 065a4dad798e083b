package io.mercato.domain.cmw.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed of a coupon; null leaves it as it is.
 *
 * @param email whom it is for; an empty one for anybody
 */
public record CouponChange(
        @Nullable String email,
        @Nullable Instant expiration,
        @Nullable BigDecimal plafond) {

    /** The coupon as it is to be. */
    public Coupon of(Coupon now) {
        return now.with(
                email == null ? now.email() : email.isEmpty() ? null : email,
                expiration == null ? now.expirationDate() : expiration,
                plafond == null ? now.plafond() : plafond);
    }
}
