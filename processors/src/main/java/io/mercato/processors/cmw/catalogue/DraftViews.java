package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftChange;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Drafts beside what is published, for the vendor and for the staff. */
@Component("draftViews")
public class DraftViews {
    private final DraftStore drafts;
    private final ProductReader products;
    private final PlanReader plans;
    private final CatalogueTexts texts;
    private final Json json;

    public DraftViews(DraftStore drafts, ProductReader products, PlanReader plans, CatalogueTexts texts, Json json) {
        this.drafts = drafts;
        this.products = products;
        this.plans = plans;
        this.texts = texts;
        this.json = json;
    }

    public Page<Draft.View> ofProducts(Principal who, PageRequest page) {
        return drafts.list(who, false, page).map(draft -> view(who, draft));
    }

    public Page<Draft.View> ofPlans(Principal who, PageRequest page) {
        return drafts.list(who, true, page).map(draft -> view(who, draft));
    }

    public Draft.View ofProduct(Principal who, int id) {
        return of(who, products.get(who, id), null);
    }

    public Draft.View ofPlan(Principal who, int id) {
        return of(who, products.get(who, plans.get(who, id).productId()), id);
    }

    private Draft.View of(Principal who, Product product, Integer plan) {
        if (!CatalogueAccess.seesInside(who, product.companyId())) {
            throw Errors.forbidden();
        }
        String resource = plan == null ? "product draft" : "productVersion draft";
        return drafts.open(product.id(), plan)
                .map(draft -> view(who, draft))
                .orElseThrow(() -> Errors.notFound(resource, plan == null ? product.id() : plan));
    }

    Draft.View view(Principal who, Draft draft) {
        Map<String, Map<String, Object>> published = new HashMap<>();
        List<Draft.Compared> comparison = draft.changes().stream()
                .map(change -> compared(
                        change,
                        published
                                .computeIfAbsent(language(change, who), language -> published(draft, language))
                                .get(change.field())))
                .toList();
        Map<String, Object> mine = published(draft, who.language());
        draft.changes().stream()
                .filter(change -> language(change, who).equals(who.language()))
                .forEach(change -> mine.put(change.field(), change.draft()));
        return new Draft.View(draft, mine, comparison);
    }

    private static String language(DraftChange change, Principal who) {
        return change.language() == null ? who.language() : change.language();
    }

    private static Draft.Compared compared(DraftChange change, Object current) {
        return new Draft.Compared(
                change.field(), change.language(), current, change.draft(), change.isOutdated(current));
    }

    /** As values of JSON, which those of a draft are. */
    private Map<String, Object> published(Draft draft, String language) {
        Map<String, Object> read = draft.planId() == null
                ? texts.ofProduct(draft.productId(), language)
                : texts.ofPlan(draft.planId(), language);
        return json.values(read);
    }
}
