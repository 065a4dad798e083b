package io.mercato.platform.cmw.cart;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.cart.CartDesk;
import io.mercato.processors.cmw.cart.CartEstimates;
import io.mercato.processors.cmw.cart.CartItems;
import io.mercato.processors.cmw.cart.CartStore;
import io.mercato.processors.cmw.vendor.OrderValidation;
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
        // Fails: rolled back whole; NOT_FOUND, FORBIDDEN, STALE, CONFLICT when it is final or empty; what an order fails for, or
        //        its vendor, who is asked before the transaction, with the item that it is about
        from("direct:cmw-check-out-cart").routeId("cmw-check-out-cart").errorHandler(noErrorHandler())
            .setVariable("cart", method(CartDesk.class, "checkable(${variable.principal}, ${variable.id})"))
            .split(simple("${variable.cart.items}")).stopOnException()
                .to("direct:cmw-validate-cart-item")
            .end()
            .to("direct:cmw-check-out-validated-cart");

        // In:  body CartItem, variables principal, cart; Out: its vendor lets it pass
        // Fails: REJECTED or RETRYABLE by the vendor, with the item that it is about
        from("direct:cmw-validate-cart-item").routeId("cmw-validate-cart-item").errorHandler(noErrorHandler())
            .setVariable("item", body())
            .doTry()
                .setVariable("request",
                    method(CartDesk.class, "request(${variable.cart}, ${variable.item}, ${variable.principal})"))
                .setBody(method(OrderValidation.class, "question(${variable.request}, ${variable.cart.customerId})"))
                .to("direct:cmw-validate-order-with-vendor")
                .to("direct:cmw-check-chosen-values")
            .doCatch(Throwable.class)
                .bean(CartDesk.class, "fail(${exception}, ${variable.cart}, ${variable.item})")
            .end();

        // In:  variables principal, id, ifMatch; Out: as above; Fails: rolled back whole
        from("direct:cmw-check-out-validated-cart").routeId("cmw-check-out-validated-cart").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-cart")
            .setVariable("cart", method(CartStore.class, "get(${variable.principal}, ${variable.id})"))
            .split(method(CartDesk.class, "toOrder(${variable.cart})")).stopOnException()
                .to("direct:cmw-order-cart-item")
            .end()
            .bean(CartStore.class, "checkOut(${variable.id})");

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
