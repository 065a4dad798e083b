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
        // In:  variable principal, body BudgetRequest; Out: body Budget
        // Fails: INVALID, REJECTED for what is not offered or what the vendor refuses, RETRYABLE when he gives no answer
        from("direct:cmw-estimate-budget").routeId("cmw-estimate-budget").errorHandler(noErrorHandler())
            .to("direct:cmw-validate-estimate-with-vendor")
            .bean(EstimateDesk.class, "estimate(${variable.principal}, ${body})");

        // In:  variable principal, body BudgetRequest; Out: nothing; Fails: with what the order would fail with
        from("direct:cmw-validate-budget").routeId("cmw-validate-budget").errorHandler(noErrorHandler())
            .to("direct:cmw-validate-estimate-with-vendor")
            .bean(EstimateDesk.class, "validate(${variable.principal}, ${body})");

        // In:  variable principal, body BudgetRequest; Out: body as it came; Fails: REJECTED or RETRYABLE by the vendor
        from("direct:cmw-validate-estimate-with-vendor").routeId("cmw-validate-estimate-with-vendor")
            .errorHandler(noErrorHandler())
            .setVariable("budget", body())
            .setVariable("request", simple("${variable.budget.order}"))
            .setVariable("buyerId", simple("${variable.principal.userId}"))
            .to("direct:cmw-validate-plans-with-vendors")
            .setBody(variable("budget"));
        // spotless:on
    }
}
