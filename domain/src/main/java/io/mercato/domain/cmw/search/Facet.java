package io.mercato.domain.cmw.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many of the found products have each value of a kind, the most frequent first. */
public record Facet(FacetKind kind, List<Count> counts) {
    /** Values beyond these are left away. */
    public static final int MAXIMUM = 100;

    public Facet {
        counts = List.copyOf(counts);
    }

    /**
     * @param value as the kind's filter takes it
     * @param name what people call it, where it is a thing with a name
     * @param count items of the list that is narrowed to this value
     */
    public record Count(String value, @Nullable String name, long count) {}
}
