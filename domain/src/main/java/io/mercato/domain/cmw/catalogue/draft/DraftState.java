package io.mercato.domain.cmw.catalogue.draft;

/** Where a draft stands. */
public enum DraftState {
    /** There is no draft yet. */
    NONE,
    /** It waits for approval. */
    REQUESTED,
    /** It was rejected; its vendor may change it and so ask again. */
    REJECTED,
    /** What it says is published. */
    APPROVED,
    /** Its vendor wants nothing changed any more. */
    WITHDRAWN;

    /** Whether it can still become something; a product or plan has at most one such draft. */
    public boolean isOpen() {
        return this == REQUESTED || this == REJECTED;
    }
}
