package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftChange;
import io.mercato.domain.identity.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes of what a draft says what everybody reads. */
@Component
public class DraftPublisher {
    private final CatalogueTexts texts;
    private final ProductVersionStore plans;

    public DraftPublisher(CatalogueTexts texts, ProductVersionStore plans) {
        this.texts = texts;
        this.plans = plans;
    }

    void publish(Principal who, Draft draft) {
        byLanguage(draft).forEach((language, values) -> {
            if (draft.planId() == null) {
                texts.writeProduct(draft.productId(), language, values);
            } else {
                texts.writePlan(draft.planId(), language, values);
            }
        });
        Map<String, Object> shared = shared(draft);
        if (draft.planId() == null) {
            texts.writeShared(draft.productId(), shared);
        } else if (Boolean.TRUE.equals(shared.get("published"))) {
            plans.publish(who, draft.planId());
        }
    }

    private static Map<String, Map<String, Object>> byLanguage(Draft draft) {
        Map<String, Map<String, Object>> languages = new LinkedHashMap<>();
        for (DraftChange change : draft.changes()) {
            if (change.language() != null) {
                languages
                        .computeIfAbsent(change.language(), language -> new LinkedHashMap<>())
                        .put(change.field(), change.draft());
            }
        }
        return languages;
    }

    private static Map<String, Object> shared(Draft draft) {
        Map<String, Object> values = new LinkedHashMap<>();
        draft.changes().stream()
                .filter(change -> change.language() == null)
                .forEach(change -> values.put(change.field(), change.draft()));
        return values;
    }
}
