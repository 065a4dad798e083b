package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftChange;
import io.mercato.domain.cmw.catalogue.draft.DraftEffect;
import io.mercato.domain.cmw.catalogue.draft.DraftEvent;
import io.mercato.domain.cmw.catalogue.draft.DraftRules;
import io.mercato.domain.cmw.catalogue.draft.DraftState;
import io.mercato.domain.cmw.catalogue.draft.Review;
import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.lifecycle.Outcome.Moved;
import io.mercato.processors.cmw.Tables;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the staff decides on drafts. */
@Component("approvalDesk")
public class ApprovalDesk {
    private final Tables tables;
    private final ProductReader products;
    private final PlanReader plans;
    private final DraftStore drafts;
    private final DraftViews views;
    private final DraftPublisher publisher;
    private final DraftMails mails;
    private final CatalogueLog log;
    private final CatalogueLocks locks;

    public ApprovalDesk(
            Tables tables,
            ProductReader products,
            PlanReader plans,
            DraftStore drafts,
            DraftViews views,
            DraftPublisher publisher,
            DraftMails mails,
            CatalogueLog log) {
        this.tables = tables;
        this.products = products;
        this.plans = plans;
        this.drafts = drafts;
        this.views = views;
        this.publisher = publisher;
        this.mails = mails;
        this.log = log;
        this.locks = new CatalogueLocks(tables.jdbc());
    }

    /** Decides on the product's draft and on those of its plans that wait. @param seen revision of the product, or null */
    public void reviewProduct(Principal who, int id, Review review, Integer seen) {
        Product product = products.get(who, id);
        DraftRules.requireReviewer(who);
        lock(CatalogueTexts.PRODUCT_TABLE, id, seen);
        locks.plansOf(id);
        List<Draft> waiting = drafts.openOfAll(id).stream()
                .filter(draft -> draft.state() == DraftState.REQUESTED)
                .toList();
        if (waiting.isEmpty()) {
            DraftState state = drafts.open(id, null).map(Draft::state).orElse(DraftState.NONE);
            DraftDesk.moved(state, review.event());
        }
        waiting.forEach(draft -> decide(who, product, draft, review));
    }

    /** Decides on the plan's draft alone. @param seen revision of the plan, or null */
    public void reviewPlan(Principal who, int id, Review review, Integer seen) {
        Product product = products.get(who, plans.get(who, id).productId());
        DraftRules.requireReviewer(who);
        lock(CatalogueTexts.PRODUCT_TABLE, product.id(), null);
        lock(CatalogueTexts.PLAN_TABLE, id, seen);
        Draft draft = drafts.open(product.id(), id).orElse(null);
        if (draft == null) {
            DraftDesk.moved(DraftState.NONE, review.event());
            return;
        }
        decide(who, product, draft, review);
    }

    private void decide(Principal who, Product product, Draft draft, Review review) {
        Moved<DraftState, DraftEvent, DraftEffect> moved = DraftDesk.moved(draft.state(), review.event());
        if (moved.commands().contains(DraftEffect.PUBLISH)) {
            requireUpToDate(who, draft);
            publisher.publish(who, draft);
        }
        drafts.decide(draft, moved.to(), who, review.reason());
        log(who, draft, moved.to());
        mails.tell(product, decided(draft, moved.to(), who, review.reason()), moved.commands());
    }

    /** Who approves has compared with what he saw: what was changed since then is not written over. */
    private void requireUpToDate(Principal who, Draft draft) {
        List<String> outdated = views.view(who, draft).comparison().stream()
                .filter(Draft.Compared::outdated)
                .map(Draft.Compared::field)
                .distinct()
                .toList();
        if (!outdated.isEmpty()) {
            throw Errors.conflict(
                    "draft-outdated",
                    "These fields of " + draft.original() + " were changed since they were drafted: "
                            + String.join(", ", outdated) + ". Reject the draft, or have the vendor edit them again");
        }
    }

    private void log(Principal who, Draft draft, DraftState to) {
        List<Change.Value> values = new ArrayList<>();
        values.add(new Change.Value("draft", draft.state().name(), to.name()));
        if (to == DraftState.APPROVED) {
            draft.changes().forEach(change -> values.add(value(change)));
        }
        String entity = draft.planId() == null ? CatalogueLog.PRODUCT : CatalogueLog.PLAN;
        log.changed(who, entity, draft.planId() == null ? draft.productId() : draft.planId(), values);
    }

    private static Change.Value value(DraftChange change) {
        String property = change.language() == null ? change.field() : change.field() + "[" + change.language() + "]";
        return new Change.Value(property, String.valueOf(change.now()), String.valueOf(change.draft()));
    }

    private static Draft decided(Draft draft, DraftState state, Principal by, String reason) {
        return new Draft(
                draft.id(),
                draft.productId(),
                draft.planId(),
                state,
                draft.changes(),
                draft.author(),
                by.author(),
                reason,
                draft.requestedAt(),
                draft.decidedAt());
    }

    private void lock(String table, int id, Integer seen) {
        Integer now = tables.jdbc()
                .sql("select revision from " + table + " where id = ? for no key update")
                .param(id)
                .query(Integer.class)
                .single();
        if (seen != null && !seen.equals(now)) {
            throw Errors.stale();
        }
        tables.columns(table).touch(id);
    }
}
