package io.mercato.domain.cmw.coupon;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.Locale;
import java.util.Map;

/** Why an order does not get what its coupon promises. */
public enum CouponRefusal {
    UNKNOWN(ErrorKind.REJECTED, "there is no such coupon"),
    MISSING(ErrorKind.REJECTED, "this plan is ordered with a coupon only"),
    NOT_ALLOWED(ErrorKind.REJECTED, "this plan takes no coupons"),
    EXPIRED(ErrorKind.REJECTED, "the coupon has expired"),
    ALREADY_USED(ErrorKind.CONFLICT, "the coupon has been used already"),
    EXHAUSTED(ErrorKind.CONFLICT, "the coupon has granted all that it may"),
    OTHER_PLAN(ErrorKind.REJECTED, "the coupon is for something else"),
    OTHER_CUSTOMER(ErrorKind.REJECTED, "the coupon is for somebody else"),
    FOR_TRIALS(ErrorKind.REJECTED, "the coupon is for a trial"),
    NOT_FOR_TRIALS(ErrorKind.REJECTED, "the coupon is not for a trial"),
    NOT_FOR_BUNDLES(ErrorKind.REJECTED, "the coupon sets a price, and a bundle has none of its own");

    private final ErrorKind kind;
    private final String words;

    CouponRefusal(ErrorKind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    /** {@code coupon-already-used}. */
    public String key() {
        return "coupon-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public MercatoException toException() {
        return new MercatoException(kind, key(), "Field hashCoupon: " + words, Map.of("field", "hashCoupon"));
    }
}
