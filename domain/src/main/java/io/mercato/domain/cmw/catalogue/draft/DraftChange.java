package io.mercato.domain.cmw.catalogue.draft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of a draft.
 *
 * @param field as the contract names it
 * @param language the one that the text is in; null for what is no text
 * @param now what is published
 * @param draft what is to be published
 */
public record DraftChange(
        String field,
        @Nullable String language,
        @Nullable Object now,
        @Nullable Object draft) {

    /** @param current what is published by now @return whether somebody has changed it since it was drafted */
    public boolean isOutdated(@Nullable Object current) {
        return !Objects.equals(now, current);
    }

    boolean isOf(String otherField, @Nullable String otherLanguage) {
        return field.equals(otherField) && Objects.equals(language, otherLanguage);
    }
}
