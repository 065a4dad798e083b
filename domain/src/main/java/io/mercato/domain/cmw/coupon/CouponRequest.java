package io.mercato.domain.cmw.coupon;

import io.mercato.domain.cmw.pricing.DiscountScope;
import io.mercato.domain.error.Errors;
import io.mercato.domain.paging.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Coupons that are to be made, all alike.
 *
 * @param howMany null for one that is answered as one
 * @param value percents or price; of a trial none
 */
public record CouponRequest(
        CouponType type,
        @Nullable Integer howMany,
        @Nullable String code,
        @Nullable BigDecimal value,
        @Nullable Integer days,
        DiscountScope destination,
        @Nullable Integer productId,
        @Nullable Integer planId,
        boolean reusable,
        @Nullable Instant expirationDate,
        @Nullable BigDecimal plafond) {
    /** Coupons that one call may make. */
    public static final int MOST = 1000;

    private static final int MONEY_DIGITS = 11;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Reads them from a query; what the published client names twice may be named either way. Throws INVALID. */
    public static CouponRequest of(Filter query, Instant now) {
        String type = query.text("type");
        if (type == null) {
            throw Errors.invalidField("type", "must not be null");
        }
        CouponRequest request = new CouponRequest(
                CouponType.ofText(type),
                either("howMany", query.integer("howMany"), "number", query.integer("number")),
                query.text("code"),
                query.number("value"),
                query.integer("days"),
                destination(query),
                query.integer("product"),
                query.integer("productVersion"),
                Boolean.TRUE.equals(query.flag("reusable")),
                either("expirationDate", query.instant("expirationDate"), "expiration", query.instant("expiration")),
                query.number("plafond"));
        request.check();
        require(
                "expirationDate",
                request.expirationDate == null || request.expirationDate.isAfter(now),
                "must be in the future");
        return request;
    }

    private static DiscountScope destination(Filter query) {
        DiscountScope destination = query.oneOf("destination", DiscountScope.class);
        return destination == null ? DiscountScope.LICENSE_ONLY : destination;
    }

    private static <T> @Nullable T either(String first, @Nullable T one, String second, @Nullable T other) {
        if (one != null && other != null && !one.equals(other)) {
            throw Errors.invalidField(second, "says something else than " + first);
        }
        return one == null ? other : one;
    }

    private void check() {
        if (type == CouponType.TRIAL) {
            require("value", value == null, "a trial has none");
            require("days", days != null && days >= 1 && days <= 3650, "must be 1 to 3650");
        } else {
            require("days", days == null, "only a trial has days");
            require("value", value != null && value.signum() >= 0, "must not be negative, nor left out");
            require("value", !type.isPercentage() || orZero(value).compareTo(HUNDRED) <= 0, "must be 100 at most");
            require("value", isMoney(value), "has too many digits");
        }
        require("howMany", howMany == null || howMany >= 1 && howMany <= MOST, "must be 1 to " + MOST);
        require(
                "code",
                code == null || code.matches("[A-Za-z0-9_-]{3,36}"),
                "must be 3 to 36 letters, digits, - and _");
        require("code", code == null || howMany == null || howMany == 1, "only one coupon can have it");
        require("code", code != null || !type.isGenerator(), "a generator needs one");
        require("plafond", plafond == null || plafond.signum() >= 0 && isMoney(plafond), "must not be negative");
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return Objects.requireNonNullElse(number, BigDecimal.ZERO);
    }

    private static boolean isMoney(@Nullable BigDecimal amount) {
        return amount == null
                || amount.stripTrailingZeros().scale() <= 4 && amount.precision() - amount.scale() <= MONEY_DIGITS;
    }

    private static void require(String field, boolean met, String problem) {
        if (!met) {
            throw Errors.invalidField(field, problem);
        }
    }
}
