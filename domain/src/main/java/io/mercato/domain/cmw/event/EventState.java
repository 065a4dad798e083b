package io.mercato.domain.cmw.event;

/** Which deliveries are meant when many are deleted at once. */
public enum EventState {
    /** The endpoint has taken them. */
    NOTIFIED,
    /** They were tried and refused, and wait to be tried again. */
    FAILED
}
