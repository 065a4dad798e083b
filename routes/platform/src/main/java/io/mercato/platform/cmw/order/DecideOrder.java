package io.mercato.platform.cmw.order;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.order.OrderDecisions;
import io.mercato.processors.cmw.order.OrderStarts;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lets those decide on an order who are asked for it, and lets it begin when it may. */
@Component
public class DecideOrder extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, id; Out: nothing; what it begins goes on, or waits for its date
        // Fails: FORBIDDEN but for the product's vendor, who sold it and administrators, CONFLICT when it needs no decision
        from("direct:cmw-approve-order").routeId("cmw-approve-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("subscriptions", method(OrderDecisions.class, "approve(${variable.principal}, ${variable.id})"))
            .setVariable("event", method(OrderDecisions.class, "approvedEvent(${variable.principal}, ${variable.id})"))
            .to("direct:cmw-move-subscriptions");

        // In:  variables principal, id, filter with reason; Out: nothing; what it began ends, the customer is told why
        // Fails: FORBIDDEN but for the product's vendor, who sold it and administrators, CONFLICT when it needs no decision
        from("direct:cmw-reject-order").routeId("cmw-reject-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("subscriptions", method(OrderDecisions.class,
                "reject(${variable.principal}, ${variable.id}, ${variable.filter})"))
            .setVariable("event", method(OrderDecisions.class, "rejectedEvent"))
            .to("direct:cmw-move-subscriptions");

        // In:  variables subscription (locked), principal; it waits for its payment from now on
        // Out: its invoice is issued; when there is nothing to pay it goes on
        // Fails: to the caller
        from("direct:cmw-ask-payment").routeId("cmw-ask-payment").errorHandler(noErrorHandler())
            .bean(OrderStarts.class, "askPayment(${variable.subscription}, ${variable.principal})")
            .filter(method(OrderStarts.class, "needsNoPayment(${variable.subscription})"))
                .setVariable("event", method(OrderStarts.class, "paidEvent"))
                .to("direct:cmw-reload-subscription")
                .to("direct:cmw-move-subscription");
        // spotless:on
    }
}
