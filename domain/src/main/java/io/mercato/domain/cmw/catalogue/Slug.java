package io.mercato.domain.cmw.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name as it may stand in an address: lower-case ASCII letters, digits and single hyphens. */
public final class Slug {

    private Slug() {}

    /** The one that was asked for, or one made of {@code name}; null when nothing of the name can stand in an address. */
    public static @Nullable String of(@Nullable String asked, String name) {
        String source = asked == null || asked.isBlank() ? name : asked;
        String slug = Normalizer.normalize(source, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? null : slug;
    }
}
