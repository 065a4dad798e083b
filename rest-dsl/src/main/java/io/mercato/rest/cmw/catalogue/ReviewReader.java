package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.draft.DraftEvent;
import io.mercato.domain.cmw.catalogue.draft.Review;
import io.mercato.domain.error.Errors;
import io.mercato.rest.cmw.References;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ProductPatch} of the contract: a PATCH that decides on a draft. {@code APPROVE} publishes it; {@code BLOCK}, or
 * {@code REJECT} in plain words, rejects it; {@code reason} says why.
 */
final class ReviewReader {
    private static final String ACTION = "action";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 4096;

    private ReviewReader() {}

    static boolean isReview(Map<?, ?> patch) {
        return patch.get(ACTION) != null;
    }

    static Review read(Map<?, ?> patch) {
        String action = String.valueOf(patch.get(ACTION)).toUpperCase(Locale.ROOT);
        DraftEvent event = switch (action) {
            case "APPROVE" -> DraftEvent.APPROVED;
            case "BLOCK", "REJECT" -> DraftEvent.REJECTED;
            default ->
                throw Errors.rejectedField("action-not-possible", "action", "it is APPROVE, BLOCK or REJECT here");
        };
        return new Review(event, reason(patch.get(REASON)));
    }

    private static String reason(Object reason) {
        if (reason != null && !(reason instanceof String text && text.length() <= LONGEST_REASON)) {
            throw Errors.invalidField(REASON, "must be a text of at most " + LONGEST_REASON + " characters");
        }
        return References.text((String) reason);
    }
}
