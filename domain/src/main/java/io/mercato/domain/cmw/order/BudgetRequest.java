package io.mercato.domain.cmw.order;

import org.jspecify.annotations.Nullable;

/**
 * An order that somebody wants to know the price of.
 *
 * @param hours in a month that the machine is expected to run; null for all
 * @param iaas whether the cloud's costs are wanted, or those alone
 */
public record BudgetRequest(
        OrderRequest order, @Nullable Integer hours, PropertyFilter iaas, PayPerUseCosts payPerUse) {

    public Assumptions assumptions() {
        return new Assumptions(hours, iaas != PropertyFilter.EXCLUDED);
    }
}
