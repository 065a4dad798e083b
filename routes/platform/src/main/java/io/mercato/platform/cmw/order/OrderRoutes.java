package io.mercato.platform.cmw.order;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.order.OrderDecisions;
import io.mercato.processors.cmw.order.OrderStore;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Reads orders, and lets a vendor decide on those that need it. */
@Component
public class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter, page; Out: body Page of Order; Fails: INVALID filter
        from("direct:cmw-list-orders").routeId("cmw-list-orders").errorHandler(noErrorHandler())
            .bean(OrderStore.class, "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: body Order; Fails: NOT_FOUND
        from("direct:cmw-get-order").routeId("cmw-get-order").errorHandler(noErrorHandler())
            .bean(OrderStore.class, "get(${variable.principal}, ${variable.id})");

        // In:  variables principal, path with externalReference; Out: body Order; Fails: NOT_FOUND
        from("direct:cmw-get-order-by-reference").routeId("cmw-get-order-by-reference").errorHandler(noErrorHandler())
            .bean(OrderStore.class, "getByReference(${variable.principal}, ${variable.path[externalReference]})");

        // In:  variables principal, id; Out: body list of Change; Fails: NOT_FOUND
        from("direct:cmw-get-order-changelog").routeId("cmw-get-order-changelog").errorHandler(noErrorHandler())
            .to("direct:cmw-get-order")
            .bean(ChangelogStore.class, "of(order, ${variable.id})");

        // In:  variables principal, id; Out: nothing; the subscription goes on, or ends
        // Fails: FORBIDDEN but for the product's vendor and administrators, CONFLICT when it needs no decision
        from("direct:cmw-approve-order").routeId("cmw-approve-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("subscription", method(OrderDecisions.class, "approve(${variable.principal}, ${variable.id})"))
            .setVariable("event", method(OrderDecisions.class, "approvedEvent"))
            .to("direct:cmw-move-subscription")
            .filter(method(OrderDecisions.class, "needsNoPayment(${variable.subscription})"))
                .setVariable("event", method(OrderDecisions.class, "paidEvent"))
                .to("direct:cmw-reload-subscription")
                .to("direct:cmw-move-subscription");

        // In:  variables principal, id; Out: nothing; the subscription ends
        // Fails: FORBIDDEN but for the product's vendor and administrators, CONFLICT when it needs no decision
        from("direct:cmw-reject-order").routeId("cmw-reject-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("subscription", method(OrderDecisions.class, "reject(${variable.principal}, ${variable.id})"))
            .setVariable("event", method(OrderDecisions.class, "rejectedEvent"))
            .to("direct:cmw-move-subscription");
        // spotless:on
    }
}
