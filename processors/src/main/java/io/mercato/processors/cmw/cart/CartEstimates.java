package io.mercato.processors.cmw.cart;

import io.mercato.domain.cmw.cart.Cart;
import io.mercato.domain.cmw.cart.CartBudget;
import io.mercato.domain.cmw.cart.CartItem;
import io.mercato.domain.cmw.cart.CartRules;
import io.mercato.domain.cmw.order.Budget;
import io.mercato.domain.cmw.order.BudgetRequest;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.order.EstimateDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what a cart would cost its customer, as it would be ordered now. */
@Component
public class CartEstimates {
    private final CartStore carts;
    private final CartDesk desk;
    private final EstimateDesk estimates;
    private final JdbcClient jdbc;

    public CartEstimates(CartStore carts, CartDesk desk, EstimateDesk estimates, JdbcClient jdbc) {
        this.carts = carts;
        this.desk = desk;
        this.estimates = estimates;
        this.jdbc = jdbc;
    }

    public CartBudget of(Principal principal, int id) {
        Cart cart = carts.get(principal, id);
        return new CartBudget(cart.items().stream()
                .map(item -> estimate(principal, cart, item))
                .toList());
    }

    public CartBudget.Item ofItem(Principal principal, int id) {
        Cart cart = jdbc.sql("select cart_id from cmw.cart_item where id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .flatMap(found -> carts.find(principal, found))
                .orElseThrow(() -> Errors.notFound("cart/item", id));
        CartItem item = cart.items().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Errors.notFound("cart/item", id));
        return estimate(principal, cart, item);
    }

    private CartBudget.Item estimate(Principal principal, Cart cart, CartItem item) {
        BudgetRequest request = new BudgetRequest(
                desk.request(cart, item, principal), null, PropertyFilter.INCLUDED, PayPerUseCosts.PROJECTED);
        int customer = cart.customerId() == null ? principal.userId() : cart.customerId();
        try {
            Budget budget = estimates.estimate(customer, request);
            return new CartBudget.Item(item.id(), item.quantity(), budget);
        } catch (MercatoException failure) {
            throw CartRules.ofItem(failure, cart, item);
        }
    }
}
