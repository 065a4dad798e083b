package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.cart.CartBudget;
import java.math.BigDecimal;
import java.util.List;

/** {@code CartBudget} of the contract: what a cart would cost. */
public record CartBudgetBody(List<CartItemBudgetBody> items, BigDecimal total, BigDecimal totalExcludingVAT) {

    static CartBudgetBody of(CartBudget budget) {
        return new CartBudgetBody(
                budget.items().stream().map(CartItemBudgetBody::of).toList(), budget.total(), budget.net());
    }
}
