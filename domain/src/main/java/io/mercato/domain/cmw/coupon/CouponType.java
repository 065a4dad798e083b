package io.mercato.domain.cmw.coupon;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mercato.domain.error.Errors;
import java.util.Arrays;

/**
 * What a coupon grants. The published client names {@code TRIAL} and {@code EXTENDED_TRIAL} the same; here a trial coupon
 * is both: it makes a plan triable, and a trial longer.
 */
public enum CouponType {
    /** Percents off. */
    DISCOUNT("discount", false),
    /** Another price in place of the usual one. */
    FIXED_PRICE("fixedPrice", false),
    /** A trial of so many days. */
    TRIAL("trial", false),
    /** Percents off, once for each customer who names its code. */
    DISCOUNT_GENERATOR("discountGenerator", true),
    /** Another price, once for each customer who names its code. */
    FIXED_PRICE_GENERATOR("fixedPriceGenerator", true);

    private final String text;
    private final boolean generator;

    CouponType(String text, boolean generator) {
        this.text = text;
        this.generator = generator;
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** Whether each customer may use it once, and not only the first one. */
    public boolean isGenerator() {
        return generator;
    }

    public boolean isPercentage() {
        return this == DISCOUNT || this == DISCOUNT_GENERATOR;
    }

    public boolean isPrice() {
        return this == FIXED_PRICE || this == FIXED_PRICE_GENERATOR;
    }

    /** {@code fixedPrice}, {@code FIXED_PRICE} and, for a trial, {@code EXTENDED_TRIAL}, in any case. */
    @JsonCreator
    public static CouponType ofText(String text) {
        if (text.equalsIgnoreCase("EXTENDED_TRIAL")) {
            return TRIAL;
        }
        return Arrays.stream(values())
                .filter(type -> type.text.equalsIgnoreCase(text) || type.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Errors.invalidField(
                        "type",
                        "must be one of "
                                + Arrays.stream(values()).map(CouponType::text).toList()));
    }
}
