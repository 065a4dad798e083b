package io.mercato.processors.cmw.cart;

import io.mercato.domain.cmw.cart.Cart;
import io.mercato.domain.cmw.cart.CartBudget;
import io.mercato.domain.cmw.cart.CartBudget.Estimated;
import io.mercato.domain.cmw.cart.CartBudget.Item;
import io.mercato.domain.cmw.cart.CartBudget.Refused;
import io.mercato.domain.cmw.cart.CartItem;
import io.mercato.domain.cmw.cart.CartRules;
import io.mercato.domain.cmw.order.BudgetRequest;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.order.EstimateDesk;
import java.util.List;
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

    /** The cart that an item lies in. NOT_FOUND when there is none that this caller may see. */
    public Cart cartOf(Principal principal, int item) {
        return jdbc.sql("select cart_id from cmw.cart_item where id = ?")
                .param(item)
                .query(Integer.class)
                .optional()
                .flatMap(found -> carts.find(principal, found))
                .orElseThrow(() -> Errors.notFound("cart/item", item));
    }

    public CartItem itemOf(Cart cart, int id) {
        return cart.items().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Errors.notFound("cart/item", id));
    }

    /** User whose prices they are. */
    public int customer(Principal principal, Cart cart) {
        return cart.customerId() == null ? principal.userId() : cart.customerId();
    }

    public Item estimate(Principal principal, Cart cart, CartItem item) {
        BudgetRequest request = new BudgetRequest(
                desk.request(cart, item, principal), null, PropertyFilter.INCLUDED, PayPerUseCosts.PROJECTED);
        return new Item(item.id(), item.quantity(), estimates.estimate(customer(principal, cart), request));
    }

    /** Why an item cannot be ordered; throws what nobody foresaw as it is. */
    public Refused refused(Throwable failure, Cart cart, CartItem item) throws Throwable {
        MercatoException known = MercatoException.among(failure);
        if (known == null) {
            throw failure;
        }
        return new Refused(CartRules.ofItem(known, cart, item));
    }

    public CartBudget together(List<Estimated> items) {
        return CartBudget.of(items);
    }

    /** The only one. */
    public Item only(Estimated item) {
        return CartBudget.of(List.of(item)).items().get(0);
    }
}
