package io.mercato.processors.cmw.cart;

import io.mercato.domain.cmw.cart.Cart;
import io.mercato.domain.cmw.cart.CartItem;
import io.mercato.domain.cmw.cart.CartRules;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns a cart into orders, or into another cart. */
@Component
public class CartDesk {
    private final CartStore carts;

    public CartDesk(CartStore carts) {
        this.carts = carts;
    }

    /** The items that are to be ordered, each as often as there is of it. The cart's lock is held. */
    public List<CartItem> toOrder(Cart cart) {
        CartRules.requireCheckout(cart);
        List<CartItem> all = new ArrayList<>();
        cart.items().forEach(item -> all.addAll(Collections.nCopies(item.quantity(), item)));
        return all;
    }

    /** The items that vendors are asked about, each once. */
    public List<CartItem> toValidate(Cart cart) {
        CartRules.requireCheckout(cart);
        return cart.items();
    }

    public OrderRequest request(Cart cart, CartItem item, Principal by) {
        return new OrderRequest(
                item.planId(),
                OrderType.NORMAL,
                item.providerId(),
                null,
                cart.customerId(),
                null,
                null,
                item.billingItems(),
                null,
                item.bandwidthPricingId(),
                CartRules.parameters(item));
    }

    /** Throws the failure again, with the item that it is about; what nobody foresaw as it is. */
    public void fail(Throwable failure, Cart cart, CartItem item) throws Throwable {
        MercatoException known = MercatoException.among(failure);
        throw known == null ? failure : CartRules.ofItem(known, cart, item);
    }

    /** An open cart with the same in it. */
    public Cart copy(Principal principal, int id) {
        return carts.create(principal, carts.whole(principal, id));
    }
}
