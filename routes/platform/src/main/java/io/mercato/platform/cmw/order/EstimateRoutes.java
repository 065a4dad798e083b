package io.mercato.platform.cmw.order;

import io.mercato.processors.cmw.order.EstimateDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What an order would cost. */
@Component
public class EstimateRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variable principal, body BudgetRequest; Out: body Budget; Fails: INVALID, REJECTED for what is not offered
        from("direct:cmw-estimate-budget").routeId("cmw-estimate-budget").errorHandler(noErrorHandler())
            .bean(EstimateDesk.class, "estimate(${variable.principal}, ${body})");

        // In:  variable principal, body BudgetRequest; Out: nothing; Fails: with what the order would fail with
        from("direct:cmw-validate-budget").routeId("cmw-validate-budget").errorHandler(noErrorHandler())
            .bean(EstimateDesk.class, "validate(${variable.principal}, ${body})");
        // spotless:on
    }
}
