package io.mercato.domain.cmw.catalogue;

/** Whether a plan may, must or must not be ordered with a coupon. */
public enum CouponConfiguration {
    ALLOWED,
    MANDATORY,
    NOT_ALLOWED
}
