package io.mercato.rest.cmw.pricing;

import io.mercato.domain.cmw.coupon.CouponChange;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;

/** {@code CouponPatch} of the contract; an empty {@code email} gives the coupon to anybody. */
public record CouponPatchBody(
        @Email @Size(max = 255) String email,
        Instant expiration,
        @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal plafond) {

    CouponChange toDomain() {
        return new CouponChange(email == null ? null : email.strip(), expiration, plafond);
    }
}
