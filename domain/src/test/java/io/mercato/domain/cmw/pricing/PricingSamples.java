package io.mercato.domain.cmw.pricing;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans and extra resources as tests need them. */
final class PricingSamples {
    static final BigDecimal VAT = new BigDecimal("22");

    private PricingSamples() {}

    static PlanItem item(int id, BillingItemValueType valueType) {
        return item(id, valueType, BillingItemPresence.OPTIONAL);
    }

    static PlanItem item(int id, BillingItemValueType valueType, BillingItemPresence presence) {
        return item(id, valueType, presence, List.of(PriceRange.of(1, 9, "5"), PriceRange.of(10, 100, "3")));
    }

    static PlanItem item(
            int id, BillingItemValueType valueType, BillingItemPresence presence, List<PriceRange> ranges) {
        return new PlanItem(
                id, "Item " + id, "item-" + id, "piece", BillingItemType.TIERED, valueType, presence, true, ranges);
    }

    static PriceRange withSetup(int start, @Nullable Integer end, String price, String setup, String each) {
        return new PriceRange(
                start, end, 1, new BigDecimal(price), new BigDecimal(setup), new BigDecimal(each), "tag-" + start);
    }

    static PlanPrice plan(String price, String setup, boolean renews) {
        return new PlanPrice("Small", Money.of(price, "EUR"), Money.of(setup, "EUR"), VAT, renews);
    }
}
