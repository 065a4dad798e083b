package io.mercato.domain.cmw.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A range of prices at which a plan offers an extra resource.
 *
 * @param id null until it is stored
 */
public record BillingItemValue(@Nullable Integer id, int billingItemId, PriceRange range, String description) {

    /** Throws REJECTED unless the ranges of each extra resource make a whole. */
    public static void requireWholes(List<BillingItemValue> values) {
        byItem(values).values().forEach(PriceRanges::whole);
    }

    /** The ranges of each extra resource, in the order in which the resources come. */
    public static Map<Integer, List<PriceRange>> byItem(Collection<BillingItemValue> values) {
        Map<Integer, List<PriceRange>> ranges = new LinkedHashMap<>();
        values.forEach(value -> ranges.computeIfAbsent(value.billingItemId(), id -> new ArrayList<>())
                .add(value.range()));
        return ranges;
    }
}
