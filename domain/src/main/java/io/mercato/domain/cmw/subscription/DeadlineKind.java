package io.mercato.domain.cmw.subscription;

/** What is to happen to a subscription at a moment. */
public enum DeadlineKind {
    /** The date for which it was ordered. */
    START,
    /** The first payment expires. */
    FIRST_PAYMENT,
    /** Its period ends: it is renewed, or ends. */
    PERIOD_END,
    /** A change that waits for its payment is dropped. */
    CHANGE_PAYMENT,
    /** An invoice has been overdue for the first grace: it is stopped. */
    OVERDUE_STOP,
    /** An invoice has been overdue for the second grace, too: it ends. */
    OVERDUE_END,
    /** The customer is reminded that its end comes near. */
    REMIND_END,
    /** The customer is reminded of an open invoice. */
    REMIND_PAYMENT
}
