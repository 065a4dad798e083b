package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.cmw.catalogue.draft.DraftState;
import io.mercato.rest.UrlEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code ProductDraft} and {@code ProductVersionDraft} of the contract: the texts as they would be; besides them where the
 * draft stands, and old and new field by field.
 */
public record ProductDraftBody(
        Integer id,
        String self,
        UrlEntity original,
        DraftState state,
        String author,
        Instant requested,
        String reviewer,
        String reason,
        Instant decided,
        String name,
        String description,
        String shortDescription,
        String longDescription,
        String endUserInstructions,
        String termsOfService,
        String tosAcceptance,
        String privacy,
        String serviceLevelAgreement,
        String terminationMessage,
        Map<?, ?> faq,
        Map<?, ?> extraData,
        List<?> tags,
        Boolean published,
        List<Change> changes) {

    /**
     * @param language of a text; absent for what is none
     * @param now what everybody reads
     * @param draft what the vendor wants
     * @param outdated whether what everybody reads was changed since the field was drafted
     */
    public record Change(String field, String language, Object now, Object draft, boolean outdated) {}

    static ProductDraftBody of(Draft.View view) {
        Draft draft = view.draft();
        Map<String, Object> texts = view.texts();
        return new ProductDraftBody(
                draft.id(),
                draft.original() + "/draft",
                new UrlEntity(draft.original()),
                draft.state(),
                draft.author(),
                draft.requestedAt(),
                draft.reviewer(),
                draft.reason(),
                draft.decidedAt(),
                text(texts, "name"),
                text(texts, "description"),
                text(texts, "shortDescription"),
                text(texts, "longDescription"),
                text(texts, "endUserInstructions"),
                text(texts, "termsOfService"),
                text(texts, "tosAcceptance"),
                text(texts, "privacy"),
                text(texts, "serviceLevelAgreement"),
                text(texts, "terminationMessage"),
                FaqBody.ofValue(texts.get("faq")),
                (Map<?, ?>) texts.get("extraData"),
                (List<?>) texts.get("tags"),
                (Boolean) texts.get("published"),
                view.comparison().stream().map(ProductDraftBody::change).toList());
    }

    private static Change change(Draft.Compared compared) {
        boolean faq = compared.field().equals("faq");
        return new Change(
                compared.field(),
                compared.language(),
                faq ? FaqBody.ofValue(compared.now()) : compared.now(),
                faq ? FaqBody.ofValue(compared.draft()) : compared.draft(),
                compared.outdated());
    }

    private static String text(Map<String, Object> texts, String field) {
        return (String) texts.get(field);
    }
}
