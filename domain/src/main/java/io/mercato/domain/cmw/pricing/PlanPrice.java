package io.mercato.domain.cmw.pricing;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;

/**
 * Prices of a plan for a buyer, without tax.
 *
 * @param price of the licence for one period
 * @param setupFee once
 * @param vatRate percent of the buyer's tax
 * @param renews whether further periods follow the first one
 */
public record PlanPrice(String plan, Money price, Money setupFee, BigDecimal vatRate, boolean renews) {

    public String currency() {
        return price.currency();
    }
}
