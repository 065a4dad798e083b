package io.mercato.domain.cmw.catalogue.draft;

import static io.mercato.domain.cmw.catalogue.draft.DraftEffect.PUBLISH;
import static io.mercato.domain.cmw.catalogue.draft.DraftEffect.TELL_APPROVED;
import static io.mercato.domain.cmw.catalogue.draft.DraftEffect.TELL_REJECTED;
import static io.mercato.domain.cmw.catalogue.draft.DraftEffect.TELL_REQUESTED;
import static io.mercato.domain.cmw.catalogue.draft.DraftState.APPROVED;
import static io.mercato.domain.cmw.catalogue.draft.DraftState.NONE;
import static io.mercato.domain.cmw.catalogue.draft.DraftState.REJECTED;
import static io.mercato.domain.cmw.catalogue.draft.DraftState.REQUESTED;
import static io.mercato.domain.cmw.catalogue.draft.DraftState.WITHDRAWN;

import io.mercato.domain.lifecycle.LifecycleTable;
import io.mercato.domain.lifecycle.Outcome;

/** Where a draft may go (behaviour §3). Source of the diagram in {@code docs/cmw/product-draft-lifecycle.md}. */
public final class DraftLifecycle {
    // spotless:off
    private static final LifecycleTable<DraftState, DraftEvent, DraftEffect> TABLE =
            LifecycleTable.<DraftState, DraftEvent, DraftEffect>of(DraftState.class, DraftEvent.class)
            .in(NONE)
                .on(DraftEvent.EDITED).goTo(REQUESTED).then(TELL_REQUESTED)
            .in(REQUESTED)
                .on(DraftEvent.EDITED).stay()
                .on(DraftEvent.APPROVED).goTo(APPROVED).then(PUBLISH, TELL_APPROVED)
                .on(DraftEvent.REJECTED).goTo(REJECTED).then(TELL_REJECTED)
            .in(REJECTED)
                .on(DraftEvent.EDITED).goTo(REQUESTED).then(TELL_REQUESTED)
            .in(REQUESTED, REJECTED)
                .on(DraftEvent.WITHDRAWN).goTo(WITHDRAWN)
            .build();
    // spotless:on

    private DraftLifecycle() {}

    public static Outcome<DraftState, DraftEvent, DraftEffect> apply(DraftState state, DraftEvent event) {
        return TABLE.apply(state, event);
    }

    public static LifecycleTable<DraftState, DraftEvent, DraftEffect> table() {
        return TABLE;
    }
}
