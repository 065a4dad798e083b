package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.cmw.pricing.CloudCharge;
import io.mercato.domain.cmw.pricing.CloudPricingType;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.PriceRange;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;
import java.util.List;

/** {@code BudgetPricing} of the contract: the prices that an estimate is made of. */
public record BudgetPricingBody(
        BigDecimal license, BigDecimal setup, List<ItemPricing> billingItems, List<CloudPricing> cloudPricings) {

    /** {@code BudgetBillingItemPricing} of the contract. */
    public record ItemPricing(
            UrlEntity billingItem,
            Integer start,
            Integer end,
            BigDecimal price,
            BigDecimal setup,
            BigDecimal proportionalSetup) {}

    /** {@code BudgetCloudPricing} of the contract: for one period. */
    public record CloudPricing(CloudPricingType type, String specs, BigDecimal price) {}

    static BudgetPricingBody of(Budget budget) {
        return new BudgetPricingBody(
                budget.offer().price().amount(),
                budget.offer().setupFee().amount(),
                budget.offer().items().stream()
                        .flatMap(item -> item.ranges().stream().map(range -> item(item, range)))
                        .toList(),
                budget.price().cloud().stream().map(BudgetPricingBody::cloud).toList());
    }

    private static ItemPricing item(PlanItem item, PriceRange range) {
        return new ItemPricing(
                UrlEntity.of("billingItem", item.billingItemId()),
                range.start(),
                range.end(),
                range.price(),
                range.setup(),
                range.proportionalSetup());
    }

    private static CloudPricing cloud(CloudCharge charge) {
        return new CloudPricing(charge.type(), charge.specs(), charge.net().amount());
    }
}
