package io.mercato.platform.cmw.cart;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.cart.CartDesk;
import io.mercato.processors.cmw.cart.CartEstimates;
import io.mercato.processors.cmw.cart.CartItems;
import io.mercato.processors.cmw.cart.CartStore;
import org.apache.camel.builder.AggregationStrategies;
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
            .setVariable("cart", method(CartStore.class, "whole(${variable.principal}, ${variable.id})"))
            .bean(CartStore.class, "requireWritable(${variable.principal}, ${variable.id})")
            .split(method(CartDesk.class, "toValidate(${variable.cart})")).stopOnException()
                .to("direct:cmw-validate-cart-item")
            .end()
            .to("direct:cmw-order-cart");

        // In:  variables principal, id, ifMatch; Out: as above; Fails: as above, rolled back whole
        from("direct:cmw-order-cart").routeId("cmw-order-cart").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-cart")
            .setVariable("cart", method(CartStore.class, "whole(${variable.principal}, ${variable.id})"))
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

        // In:  variables principal, id; Out: body the new Cart, variable location; Fails: NOT_FOUND
        from("direct:cmw-copy-cart").routeId("cmw-copy-cart").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(CartDesk.class, "copy(${variable.principal}, ${variable.id})")
            .setVariable("location", simple("cart/${body.id}"));
        // spotless:on
        estimates();
    }

    private void estimates() {
        // spotless:off
        // In:  variables principal, id; Out: body CartBudget
        // Fails: NOT_FOUND; with the errors of each item that cannot be ordered, or that its vendor refuses
        from("direct:cmw-estimate-cart").routeId("cmw-estimate-cart").errorHandler(noErrorHandler())
            .setVariable("cart", method(CartStore.class, "whole(${variable.principal}, ${variable.id})"))
            .setBody(simple("${variable.cart.items}"))
            .split(body(), AggregationStrategies.groupedBody()).stopOnException()
                .to("direct:cmw-estimate-item-of-cart")
            .end()
            .bean(CartEstimates.class, "together");

        // In:  variables principal, id of an item; Out: body CartBudget.Item; Fails: NOT_FOUND, and as above
        from("direct:cmw-estimate-cart-item").routeId("cmw-estimate-cart-item").errorHandler(noErrorHandler())
            .setVariable("cart", method(CartEstimates.class, "cartOf(${variable.principal}, ${variable.id})"))
            .setBody(method(CartEstimates.class, "itemOf(${variable.cart}, ${variable.id})"))
            .to("direct:cmw-estimate-item-of-cart")
            .bean(CartEstimates.class, "only");

        // In:  body CartItem, variables principal, cart
        // Out: body CartBudget.Estimated: its price, when its vendor lets it pass, or why it cannot be ordered
        // Fails: with what nobody foresaw
        from("direct:cmw-estimate-item-of-cart").routeId("cmw-estimate-item-of-cart").errorHandler(noErrorHandler())
            .setVariable("item", body())
            .doTry()
                .setVariable("request",
                    method(CartDesk.class, "request(${variable.cart}, ${variable.item}, ${variable.principal})"))
                .setVariable("buyerId", method(CartEstimates.class, "customer(${variable.principal}, ${variable.cart})"))
                .to("direct:cmw-validate-plans-with-vendors")
                .setBody(method(CartEstimates.class,
                    "estimate(${variable.principal}, ${variable.cart}, ${variable.item})"))
            .doCatch(Throwable.class)
                .setBody(method(CartEstimates.class, "refused(${exception}, ${variable.cart}, ${variable.item})"))
            .end();
        // spotless:on
    }
}
