package io.mercato.rest.cmw.pricing;

import io.mercato.domain.cmw.coupon.CouponChange;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;

/** {@code CouponPatch} of the contract. */
public record CouponPatchBody(
        @Email @Size(max = 255) String email,
        Instant expiration,
        @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal plafond) {

    CouponChange toDomain() {
        return new CouponChange(References.text(email), expiration, plafond);
    }
}
