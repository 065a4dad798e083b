package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.MinimumCost;
import io.mercato.domain.money.Money;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;

/** {@code MinimumCost} of the contract. */
public record MinimumCostBody(UrlEntity cheapest, VatPriceBody cost, Integer billingPeriod, Integer lifespan) {

    /** {@code VATPrice} of the contract: net, percentage, the tax itself, and the sum. */
    public record VatPriceBody(
            BigDecimal price, String currency, BigDecimal vat, BigDecimal vatSpunOff, BigDecimal total) {}

    static MinimumCostBody of(MinimumCost cost) {
        if (cost == null) {
            return null;
        }
        Money net = new Money(cost.price(), cost.currency());
        Money tax = net.percent(cost.vat()).owed();
        return new MinimumCostBody(
                UrlEntity.of("productVersion", cost.planId()),
                new VatPriceBody(
                        cost.price(),
                        cost.currency(),
                        cost.vat(),
                        tax.amount(),
                        net.owed().plus(tax).amount()),
                cost.billingPeriod(),
                cost.lifespan());
    }
}
