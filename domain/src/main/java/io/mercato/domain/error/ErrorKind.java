package io.mercato.domain.error;

/** What kind of failure an error is; decides the HTTP status, and whether a message is tried again. */
public enum ErrorKind {
    /** The input breaks a rule: 400 when it is malformed. */
    INVALID,
    /** The input is well formed but the rules of the business refuse it: 422. */
    REJECTED,
    /** The caller is not known: 401. */
    UNAUTHENTICATED,
    /** The caller may not do this: 403. */
    FORBIDDEN,
    /** There is no such thing, or the caller may not know that there is: 404. */
    NOT_FOUND,
    /** The state of the thing forbids this, or somebody else changed it: 409. */
    CONFLICT,
    /** The caller changes what somebody else has changed since he read it: 412. */
    STALE,
    /** The caller asks for a part of bytes that has none of them: 416. */
    UNSATISFIABLE,
    /** The thing is locked by something that is under way: 423. */
    LOCKED,
    /** The caller asks for it too often: 429. */
    TOO_MANY,
    /** An outside system is not there just now; the same call may go through later: 503. */
    RETRYABLE,
    /** An outside system or the platform itself does what it must not: 500. */
    BROKEN
}
