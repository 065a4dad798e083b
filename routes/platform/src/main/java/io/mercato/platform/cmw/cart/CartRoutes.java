package io.mercato.platform.cmw.cart;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.cart.CartDesk;
import io.mercato.processors.cmw.cart.CartEstimates;
import io.mercato.processors.cmw.cart.CartItems;
import io.mercato.processors.cmw.cart.CartStore;
import org.springframework.stereotype.Component;

/** Carts, and what becomes of them. */
@Component
public class CartRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("cart", "cart", "cartStore");
        metadata("cart", "cartStore");
        // spotless:off
        // In:  variables principal, id, ifMatch; Out: nothing; everything in it is ordered, and it is final
        // Fails: rolled back whole; NOT_FOUND, FORBIDDEN, STALE, CONFLICT when it is final or empty; what an order fails
        //        for, with the item that it is about; vendors are asked before the transaction begins, and
        //        what they were asked about is what is ordered: STALE too when it was changed meanwhile
        from("direct:cmw-check-out-cart").routeId("cmw-check-out-cart").errorHandler(noErrorHandler())
            .filter(variable("ifMatch").isNull())
                .setVariable("ifMatch", method("revisions", "of(${variable.principal}, 'cartStore', ${variable.id})"))
            .end()
            .setVariable("cart", method(CartStore.class, "get(${variable.principal}, ${variable.id})"))
            .bean(CartStore.class, "requireWritable(${variable.principal}, ${variable.id})")
            .split(method(CartDesk.class, "toValidate(${variable.cart})")).stopOnException()
                .to("direct:cmw-validate-cart-item")
            .end()
            .to("direct:cmw-order-cart");

        // In:  variables principal, id, ifMatch; Out: as above; Fails: as above, rolled back whole
        from("direct:cmw-order-cart").routeId("cmw-order-cart").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-cart")
            .setVariable("cart", method(CartStore.class, "get(${variable.principal}, ${variable.id})"))
            .split(method(CartDesk.class, "toOrder(${variable.cart})")).stopOnException()
                .to("direct:cmw-order-cart-item")
            .end()
            .bean(CartStore.class, "checkOut(${variable.id})");

        // In:  body CartItem, variables principal, cart; Out: nothing; its vendor lets it pass
        // Fails: REJECTED or RETRYABLE by the vendor, with the item that it is about
        from("direct:cmw-validate-cart-item").routeId("cmw-validate-cart-item").errorHandler(noErrorHandler())
            .setVariable("item", body())
            .doTry()
                .setVariable("request",
                    method(CartDesk.class, "request(${variable.cart}, ${variable.item}, ${variable.principal})"))
                .to("direct:cmw-ask-vendor-before-order")
            .doCatch(Throwable.class)
                .bean(CartDesk.class, "fail(${exception}, ${variable.cart}, ${variable.item})")
            .end();

        // In:  body CartItem, variables principal, cart; Out: an order of it, which the item names
        // Fails: what the order fails for, with the item that it is about
        from("direct:cmw-order-cart-item").routeId("cmw-order-cart-item").errorHandler(noErrorHandler())
            .setVariable("item", body())
            .doTry()
                .setVariable("request",
                    method(CartDesk.class, "request(${variable.cart}, ${variable.item}, ${variable.principal})"))
                .to("direct:cmw-place-new-order")
                .bean(CartItems.class, "ordered(${variable.item.id}, ${variable.orderId})")
            .doCatch(Throwable.class)
                .bean(CartDesk.class, "fail(${exception}, ${variable.cart}, ${variable.item})")
            .end();

        // In:  variables principal, id; Out: body CartBudget; Fails: NOT_FOUND, REJECTED with the item that cannot be ordered
        from("direct:cmw-estimate-cart").routeId("cmw-estimate-cart").errorHandler(noErrorHandler())
            .bean(CartEstimates.class, "of(${variable.principal}, ${variable.id})");

        // In:  variables principal, id of an item; Out: body CartBudget.Item; Fails: NOT_FOUND, REJECTED when it cannot be ordered
        from("direct:cmw-estimate-cart-item").routeId("cmw-estimate-cart-item").errorHandler(noErrorHandler())
            .bean(CartEstimates.class, "ofItem(${variable.principal}, ${variable.id})");

        // In:  variables principal, id; Out: body the new Cart, variable location; Fails: NOT_FOUND
        from("direct:cmw-copy-cart").routeId("cmw-copy-cart").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(CartDesk.class, "copy(${variable.principal}, ${variable.id})")
            .setVariable("location", simple("cart/${body.id}"));
        // spotless:on
    }
}
