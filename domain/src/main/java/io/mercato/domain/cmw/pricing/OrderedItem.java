package io.mercato.domain.cmw.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An extra resource with the quantity that is ordered of it; of one that is measured it is the use that is expected.
 *
 * @param quantity 0 when it is measured and nothing is expected
 */
public record OrderedItem(PlanItem item, int quantity) {

    /** Tag of the range that the quantity lies in; null when there is none. */
    public @Nullable String tag() {
        return item.ranges().stream()
                .filter(range -> range.holds(quantity))
                .findFirst()
                .map(PriceRange::tag)
                .orElse(null);
    }

    /** Whether this quantity of it can be had at all. */
    public boolean isOffered() {
        return item.valueType() == BillingItemValueType.PAY_AS_YOU_GO
                || item.ranges().stream().anyMatch(range -> range.holds(quantity));
    }

    Priced priced(String currency) {
        PriceScheme scheme = item.scheme(currency);
        return item.valueType() == BillingItemValueType.PAY_AS_YOU_GO
                ? scheme.measured(BigDecimal.valueOf(quantity))
                : scheme.price(quantity);
    }
}
