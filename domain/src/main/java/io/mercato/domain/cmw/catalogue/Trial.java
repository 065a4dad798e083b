package io.mercato.domain.cmw.catalogue;

/** Whether a plan may be tried before it is paid, and whether a way to pay must be named first. */
public enum Trial {
    NOT_ALLOWED,
    ALLOWED,
    ALLOWED_WO_PAYMENT_METHOD
}
