package io.mercato.domain.cmw.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be changed of a coupon; null leaves it as it is. */
public record CouponChange(
        @Nullable String email,
        @Nullable Instant expiration,
        @Nullable BigDecimal plafond) {}
