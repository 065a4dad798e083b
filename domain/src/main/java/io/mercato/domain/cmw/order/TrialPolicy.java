package io.mercato.domain.cmw.order;

/** Whether a plan can be tried, and whether a payment method must be known first. */
public enum TrialPolicy {
    NOT_ALLOWED,
    ALLOWED,
    ALLOWED_WO_PAYMENT_METHOD
}
