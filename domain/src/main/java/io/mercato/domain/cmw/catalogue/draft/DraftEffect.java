package io.mercato.domain.cmw.catalogue.draft;

/** What is to be done when a draft moves. */
public enum DraftEffect {
    /** The staff is told that somebody waits. */
    TELL_REQUESTED,
    /** What the draft says becomes what everybody reads. */
    PUBLISH,
    TELL_APPROVED,
    TELL_REJECTED
}
