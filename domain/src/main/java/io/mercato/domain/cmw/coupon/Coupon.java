package io.mercato.domain.cmw.coupon;

import io.mercato.domain.cmw.pricing.Discount;
import io.mercato.domain.cmw.pricing.DiscountScope;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon.
 *
 * @param id null until it is stored
 * @param companyId who made it; null for the platform
 * @param sellerId reseller who made it: good for the customers of this company only
 * @param code short, to be typed; null for most
 * @param hash 48 characters that nobody guesses
 * @param percentage off; of a discount only
 * @param newPrice of a fixed price only
 * @param days of a trial only
 * @param productId whose plans it is good for; null for any
 * @param planId the one plan that it is good for; null for any
 * @param plafond what it may grant in all, without tax; null for no limit
 * @param email the one customer that it is good for; null for any
 * @param uses how often it was used
 * @param granted what it has granted in all
 */
public record Coupon(
        @Nullable Integer id,
        CouponType type,
        @Nullable Integer companyId,
        @Nullable Integer sellerId,
        @Nullable String code,
        String hash,
        @Nullable BigDecimal percentage,
        @Nullable BigDecimal newPrice,
        @Nullable Integer days,
        DiscountScope destination,
        @Nullable Integer productId,
        @Nullable Integer planId,
        boolean reusable,
        @Nullable Instant expirationDate,
        @Nullable BigDecimal plafond,
        @Nullable String email,
        Instant createdAt,
        int uses,
        BigDecimal granted) {

    public CouponState state(Instant now) {
        if (!reusable && !type.isGenerator() && uses > 0) {
            return CouponState.USED;
        }
        if (isExpired(now)) {
            return CouponState.EXPIRED;
        }
        return isExhausted() ? CouponState.EXHAUSTED : CouponState.AVAILABLE;
    }

    boolean isExpired(Instant now) {
        return expirationDate != null && !now.isBefore(expirationDate);
    }

    boolean isExhausted() {
        return plafond != null && granted.compareTo(plafond) >= 0;
    }

    /** What it may still grant; null for no limit. */
    public @Nullable Money left(String currency) {
        return plafond == null ? null : new Money(plafond.subtract(granted).max(BigDecimal.ZERO), currency);
    }

    /** What it takes off; null when it is good for a trial. */
    public @Nullable Discount discount(String currency) {
        if (percentage != null && type.isPercentage()) {
            String label = "Coupon: " + percentage.stripTrailingZeros().toPlainString() + " % off";
            return new Discount.Percentage(percentage, destination, label, left(currency));
        }
        if (newPrice != null && type.isPrice()) {
            return new Discount.FixedPrice(new Money(newPrice, currency), destination, "Coupon", left(currency));
        }
        return null;
    }

    /** The same as somebody reads it who did not make it: without its limits, and for whom it is. */
    public Coupon reduced() {
        return with(null, expirationDate, null);
    }

    public Coupon with(@Nullable String newEmail, @Nullable Instant newExpiration, @Nullable BigDecimal newPlafond) {
        return new Coupon(
                id,
                type,
                companyId,
                sellerId,
                code,
                hash,
                percentage,
                newPrice,
                days,
                destination,
                productId,
                planId,
                reusable,
                newExpiration,
                newPlafond,
                newEmail,
                createdAt,
                uses,
                granted);
    }
}
