package io.mercato.domain.cmw.catalogue.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor wants to change of a published product, or of one of its plans.
 *
 * @param planId null when it is of the product itself
 * @param author who changed it last
 * @param reason what whoever decided on it says
 * @param decidedAt null as long as nobody has
 */
public record Draft(
        int id,
        int productId,
        @Nullable Integer planId,
        DraftState state,
        List<DraftChange> changes,
        String author,
        @Nullable String reviewer,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant decidedAt) {

    public String original() {
        return planId == null ? "product/" + productId : "productVersion/" + planId;
    }

    /**
     * A draft as somebody reads it.
     *
     * @param texts all that can be drafted, in the reader's language, as it would be if the draft was approved
     * @param comparison old and new, field by field
     */
    public record View(Draft draft, Map<String, Object> texts, List<Compared> comparison) {}

    /**
     * @param now what is published by now
     * @param outdated whether that is not what it was when the field was drafted
     */
    public record Compared(
            String field,
            @Nullable String language,
            @Nullable Object now,
            @Nullable Object draft,
            boolean outdated) {}
}
