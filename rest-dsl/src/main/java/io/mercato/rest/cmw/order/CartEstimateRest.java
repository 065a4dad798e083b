package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.cart.CartBudget;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /budgetEstimate/cart}. */
@Component
public class CartEstimateRest extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "cmw-estimate-cart",
                                "POST",
                                "/budgetEstimate/cart/{id}",
                                "direct:cmw-estimate-cart",
                                "What a cart would cost")
                        .answers(CartBudgetBody.class, CartBudget.class, CartBudgetBody::of),
                Operation.of(
                                "cmw-estimate-cart-item",
                                "POST",
                                "/budgetEstimate/cart/item/{id}",
                                "direct:cmw-estimate-cart-item",
                                "What an item of a cart would cost")
                        .answers(CartItemBudgetBody.class, CartBudget.Item.class, CartItemBudgetBody::of));
    }
}
