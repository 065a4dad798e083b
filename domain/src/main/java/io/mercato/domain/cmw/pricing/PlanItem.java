package io.mercato.domain.cmw.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extra resource as a plan offers it, or as a subscription has frozen it.
 *
 * @param unit what is counted
 * @param downgradable whether a customer may order less of it later
 */
public record PlanItem(
        int billingItemId,
        String name,
        @Nullable String identifier,
        String unit,
        BillingItemType type,
        BillingItemValueType valueType,
        BillingItemPresence presence,
        boolean downgradable,
        List<PriceRange> ranges) {

    public PlanItem {
        ranges = List.copyOf(ranges);
    }

    /** The same at other prices. */
    public PlanItem with(List<PriceRange> prices) {
        return new PlanItem(billingItemId, name, identifier, unit, type, valueType, presence, downgradable, prices);
    }

    public PriceScheme scheme(String currency) {
        return new PriceScheme(type, currency, ranges);
    }
}
