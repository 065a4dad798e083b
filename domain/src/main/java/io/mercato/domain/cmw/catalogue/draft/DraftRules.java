package io.mercato.domain.cmw.catalogue.draft;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes a draft, and who decides on it (behaviour §2 and §3). */
public final class DraftRules {
    /** Fields that are the same in every language. */
    private static final Set<String> NO_TEXTS = Set.of("extraData", "tags", "changelog", "published");

    private DraftRules() {}

    /**
     * @param required the marketplace's setting
     * @param seen whether it was published once, or waits for that
     */
    public static boolean needsApproval(boolean required, Principal who, boolean seen) {
        return required && seen && !who.role().isAdministrator();
    }

    /** Whether a plan that is to be shown from now on waits for approval first. */
    public static boolean publicationNeedsApproval(boolean required, Principal who) {
        return needsApproval(required, who, true);
    }

    public static void requireReviewer(Principal who) {
        if (!who.role().isStaff()) {
            throw Errors.forbidden();
        }
    }

    public static @Nullable String languageOf(String field, String language) {
        return NO_TEXTS.contains(field) ? null : language;
    }

    /**
     * The changes after one more edit. A field that differs from what is published is drafted, over what was drafted
     * before. One that does not differ says nothing, since clients send back what they have read, unless the call names it
     * by itself: then its draft is taken back.
     *
     * @param language the one that the texts are in
     * @param published what everybody reads now
     * @param asked what the edit wants
     * @param named fields that the edit is about
     */
    public static List<DraftChange> edited(
            List<DraftChange> before,
            String language,
            Map<String, ?> published,
            Map<String, ?> asked,
            Set<String> named) {
        List<DraftChange> after = new ArrayList<>(before);
        asked.forEach((field, value) -> {
            String in = languageOf(field, language);
            boolean differs = !Objects.equals(published.get(field), value);
            if (differs || named.contains(field)) {
                after.removeIf(change -> change.isOf(field, in));
            }
            if (differs) {
                after.add(new DraftChange(field, in, published.get(field), value));
            }
        });
        return List.copyOf(after);
    }
}
