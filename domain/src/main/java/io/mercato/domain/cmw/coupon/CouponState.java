package io.mercato.domain.cmw.coupon;

/** Whether a coupon can still be used. */
public enum CouponState {
    AVAILABLE,
    USED,
    EXPIRED,
    /** It has granted all that it may. */
    EXHAUSTED
}
