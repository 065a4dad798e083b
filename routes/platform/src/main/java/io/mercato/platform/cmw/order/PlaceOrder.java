package io.mercato.platform.cmw.order;

import io.mercato.platform.cmw.subscription.MoveSubscription;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.mail.OrderMails;
import io.mercato.processors.cmw.order.Buyers;
import io.mercato.processors.cmw.order.IdempotencyStore;
import io.mercato.processors.cmw.order.OfferStore;
import io.mercato.processors.cmw.order.OrderDesk;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.subscription.SubscriptionMover;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.cmw.vendor.OrderValidation;
import io.mercato.processors.cmw.vendor.ParameterValues;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Takes an order in: one transaction from the request to what it sets going. */
@Component
public class PlaceOrder extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  body OrderRequest, variables principal, idempotencyKey and requestBody
        // Out: body Order, variable location; the same key and body again answers the same order, and asks no vendor again
        // Fails: rolled back whole; REJECTED or CONFLICT by OrderRules, REJECTED when the key was used for another body,
        //        REJECTED or RETRYABLE by the vendor's validation, which is asked before the transaction begins
        from("direct:cmw-place-order").routeId("cmw-place-order").errorHandler(noErrorHandler())
            .setVariable("request", body())
            .filter(method(IdempotencyStore.class, "isNew(${variable.principal}, ${variable.idempotencyKey})"))
                .to("direct:cmw-ask-vendor-before-order")
            .end()
            .to("direct:cmw-place-validated-order");

        // In:  variables principal, request; Out: nothing; the vendor lets the order pass, of a bundle each of its vendors. Not
        //      to be called inside of a database transaction
        // Fails: REJECTED when he does not, or when the caller may not order for this buyer; RETRYABLE when he gives no answer
        from("direct:cmw-ask-vendor-before-order").routeId("cmw-ask-vendor-before-order").errorHandler(noErrorHandler())
            .setVariable("buyerId", method(Buyers.class, "of(${variable.principal}, ${variable.request})"))
            .to("direct:cmw-validate-plans-with-vendors")
            .split(variable("asked")).stopOnException()
                .setVariable("request", body())
                .to("direct:cmw-check-chosen-values")
            .end();

        // In:  variables principal, request, buyerId (0 for a visitor)
        // Out: variable asked, list of OrderRequest: what the vendor of each plan that is ordered was asked, and lets pass
        // Fails: REJECTED or RETRYABLE by a vendor, with the plan that he is asked about when it is in a bundle
        from("direct:cmw-validate-plans-with-vendors").routeId("cmw-validate-plans-with-vendors")
            .errorHandler(noErrorHandler())
            .setVariable("asked", method(OfferStore.class, "requests(${variable.request}, ${variable.buyerId})"))
            .split(variable("asked")).stopOnException()
                .to("direct:cmw-validate-plan-with-vendor")
            .end();

        // In:  body OrderRequest of one plan, variables as above; Out: its vendor lets it pass; Fails: as above
        from("direct:cmw-validate-plan-with-vendor").routeId("cmw-validate-plan-with-vendor")
            .errorHandler(noErrorHandler())
            .setVariable("plan", body())
            .doTry()
                .setBody(method(OrderValidation.class, "question(${variable.plan}, ${variable.buyerId})"))
                .to("direct:cmw-validate-order-with-vendor")
            .doCatch(Throwable.class)
                .bean(OrderDesk.class, "fail(${exception}, ${variable.plan}, ${variable.request})")
            .end();

        // In:  variables request, principal, idempotencyKey and requestBody; Out: as above; Fails: rolled back whole
        from("direct:cmw-place-validated-order").routeId("cmw-place-validated-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("orderId", method(IdempotencyStore.class,
                "take(${variable.principal}, ${variable.idempotencyKey}, ${variable.requestBody})"))
            .filter(variable("orderId").isNull())
                .to("direct:cmw-place-new-order")
            .end()
            .filter(variable("order").isNull())
                .setVariable("order", method(OrderStore.class, "get(${variable.principal}, ${variable.orderId})"))
            .end()
            .setBody(variable("order"))
            .setVariable("location", simple("order/${variable.orderId}"));

        // In:  variables principal, request; Out: variables orderId and order; its effects are under way
        // Fails: REJECTED or CONFLICT by OrderRules, REJECTED by ConfigurationValues
        from("direct:cmw-place-new-order").routeId("cmw-place-new-order").errorHandler(noErrorHandler())
            .setVariable("buyerId", method(Buyers.class, "of(${variable.principal}, ${variable.request})"))
            .bean(OfferStore.class, "requireReferences(${variable.request}, ${variable.buyerId})")
            .bean(OfferStore.class, "reserve(${variable.request}, ${variable.buyerId})")
            .bean(OfferStore.class, "find(${variable.request}, ${variable.buyerId})")
            .setVariable("placement", method(OrderDesk.class, "decide(${body}, ${variable.request})"))
            .setVariable("parameters", method(ParameterValues.class, "accept(${variable.placement})"))
            .setVariable("placed", method(OrderDesk.class, "store(${variable.placement}, ${variable.principal})"))
            .setVariable("orderId", simple("${variable.placed.orderId}"))
            .bean(ParameterValues.class, "keep(${variable.placed.subscriptionIds}, ${variable.parameters})")
            .bean(IdempotencyStore.class, "keep(${variable.principal}, ${variable.idempotencyKey}, ${variable.orderId})")
            .to("direct:cmw-follow-order");

        // In:  variables placement and orderId
        // Out: variable order; the vendors are told, the customer is told, and what needs no payment is built
        from("direct:cmw-follow-order").routeId("cmw-follow-order").errorHandler(noErrorHandler())
            .setVariable("subscriptions", method(SubscriptionStore.class, "lockOf(${variable.orderId})"))
            .split(variable("subscriptions")).stopOnException()
                .bean(SubscriptionMover.class, "tell(${body}, CREATED)")
            .end()
            .setVariable("order", method(OrderStore.class, "get(${variable.principal}, ${variable.orderId})"))
            .bean(OrderMails.class, "placed(${variable.order}, ${variable.subscriptions[0]})")
            .filter(simple("${variable.placement.deploysNow}"))
                .split(variable("subscriptions")).stopOnException()
                    .setVariable("subscription", body())
                    .setBody(constant(MoveSubscription.OF_A_FREE_ORDER))
                    .to("direct:cmw-do-subscription-effects")
                .end();
        // spotless:on
    }
}
