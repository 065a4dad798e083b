package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.cart.CartBudget;
import java.math.BigDecimal;

/**
 * {@code CartItemBudget} of the contract: what so many of a plan would cost.
 *
 * @param budget of one of them
 * @param subTotal of all of them, with tax
 */
public record CartItemBudgetBody(
        int id, int quantity, BudgetBody budget, BigDecimal subTotal, BigDecimal subTotalExcludingVAT) {

    static CartItemBudgetBody of(CartBudget.Item item) {
        return new CartItemBudgetBody(
                item.id(),
                item.quantity(),
                BudgetBody.of(item.budget()),
                item.total().amount(),
                item.net().amount());
    }
}
