package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftChange;
import io.mercato.domain.cmw.catalogue.draft.DraftEffect;
import io.mercato.domain.cmw.catalogue.draft.DraftEvent;
import io.mercato.domain.cmw.catalogue.draft.DraftLifecycle;
import io.mercato.domain.cmw.catalogue.draft.DraftRules;
import io.mercato.domain.cmw.catalogue.draft.DraftState;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.lifecycle.Outcome;
import io.mercato.domain.lifecycle.Outcome.Moved;
import io.mercato.processors.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where vendors' edits wait for approval. A product, and each of its plans, has one draft, which all edits go to. */
@Component
public class DraftDesk {
    private final CatalogueProperties properties;
    private final DraftStore drafts;
    private final DraftMails mails;
    private final Json json;

    public DraftDesk(CatalogueProperties properties, DraftStore drafts, DraftMails mails, Json json) {
        this.properties = properties;
        this.drafts = drafts;
        this.mails = mails;
        this.json = json;
    }

    /** Whether texts of the product are drafted: what was shown once is, and what somebody looks at to approve it. */
    boolean holdsBack(Principal who, Product product) {
        boolean seen =
                product.publishedAt() != null || !drafts.openOfAll(product.id()).isEmpty();
        return DraftRules.needsApproval(properties.approval(), who, seen);
    }

    /** Whether texts of the plan are drafted. @param shown whether it is published now */
    boolean holdsBack(Principal who, Product product, int plan, boolean shown) {
        boolean seen = shown || drafts.open(product.id(), plan).isPresent();
        return DraftRules.needsApproval(properties.approval(), who, seen);
    }

    boolean holdsBackPublication(Principal who) {
        return DraftRules.publicationNeedsApproval(properties.approval(), who);
    }

    /**
     * Drafts an edit, see {@link DraftRules#edited}.
     *
     * @param plan null for the product itself
     */
    void propose(
            Principal who,
            Product product,
            Integer plan,
            Map<String, ?> publishedTexts,
            Map<String, ?> askedTexts,
            Set<String> named) {
        Map<String, Object> published = json.values(publishedTexts);
        Map<String, Object> asked = json.values(askedTexts);
        Draft open = drafts.open(product.id(), plan).orElse(null);
        List<DraftChange> before = open == null ? List.of() : open.changes();
        List<DraftChange> after = DraftRules.edited(before, who.language(), published, asked, named);
        boolean says =
                asked.keySet().stream().anyMatch(field -> !Objects.equals(asked.get(field), published.get(field)));
        if (!says && new HashSet<>(before).equals(new HashSet<>(after))) {
            return;
        }
        Moved<DraftState, DraftEvent, DraftEffect> moved = moved(
                open == null ? DraftState.NONE : open.state(),
                after.isEmpty() ? DraftEvent.WITHDRAWN : DraftEvent.EDITED);
        if (open == null) {
            drafts.insert(product.id(), plan, moved.to(), after, who);
        } else {
            drafts.edit(open, moved.to(), after, who);
        }
        drafts.open(product.id(), plan).ifPresent(draft -> mails.tell(product, draft, moved.commands()));
    }

    /** What is removed is not to be approved any more. @param plan null for the product with all its plans */
    void withdraw(Principal who, int product, Integer plan) {
        drafts.openOfAll(product).stream()
                .filter(draft -> plan == null || plan.equals(draft.planId()))
                .forEach(draft -> drafts.edit(
                        draft, moved(draft.state(), DraftEvent.WITHDRAWN).to(), draft.changes(), who));
    }

    /** Throws CONFLICT when the event is not possible. */
    static Moved<DraftState, DraftEvent, DraftEffect> moved(DraftState state, DraftEvent event) {
        Outcome<DraftState, DraftEvent, DraftEffect> outcome = DraftLifecycle.apply(state, event);
        if (outcome instanceof Moved<DraftState, DraftEvent, DraftEffect> moved) {
            return moved;
        }
        throw Errors.conflict(
                "draft-state",
                state == DraftState.NONE
                        ? "There is no draft that waits for approval"
                        : "The draft does not wait for approval: it is " + state);
    }
}
