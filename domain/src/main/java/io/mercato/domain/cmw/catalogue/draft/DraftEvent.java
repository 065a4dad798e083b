package io.mercato.domain.cmw.catalogue.draft;

/** What happens to a draft. */
public enum DraftEvent {
    /** Its vendor changed something that is to be approved. */
    EDITED,
    /** Its vendor took everything back, or removed the product or plan. */
    WITHDRAWN,
    APPROVED,
    REJECTED
}
