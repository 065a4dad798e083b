package io.mercato.platform.cmw.order;

import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.order.OrderStore;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Reads orders. */
@Component
public class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter, page; Out: body Page of Order; Fails: INVALID filter
        from("direct:cmw-list-orders").routeId("cmw-list-orders").errorHandler(noErrorHandler())
            .bean(OrderStore.class, "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: body Order, variable revision; Fails: NOT_FOUND
        from("direct:cmw-get-order").routeId("cmw-get-order").errorHandler(noErrorHandler())
            .bean(OrderStore.class, "get(${variable.principal}, ${variable.id})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'orderRows', ${variable.id})"));

        // In:  variables principal, path with externalReference; Out: body Order; Fails: NOT_FOUND
        from("direct:cmw-get-order-by-reference").routeId("cmw-get-order-by-reference").errorHandler(noErrorHandler())
            .bean(OrderStore.class, "getByReference(${variable.principal}, ${variable.path[externalReference]})");

        // In:  variables principal, id; Out: body list of Change; Fails: NOT_FOUND
        from("direct:cmw-get-order-changelog").routeId("cmw-get-order-changelog").errorHandler(noErrorHandler())
            .to("direct:cmw-get-order")
            .bean(ChangelogStore.class, "of(order, ${variable.id})");

        // spotless:on
    }
}
