package io.mercato.platform.cmw.order;

import io.mercato.domain.cmw.subscription.ChangeEstimate;
import io.mercato.processors.cmw.order.EstimateDesk;
import io.mercato.processors.cmw.subscription.ChangeEstimates;
import io.mercato.processors.cmw.vendor.OrderValidation;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What an order would cost. */
@Component
public class EstimateRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variable principal, body BudgetRequest or ChangeEstimate; Out: body Budget
        // Fails: INVALID, REJECTED for what is not offered or what the vendor refuses, RETRYABLE when he gives no answer; of a
        //        change what that would fail with
        from("direct:cmw-estimate-budget").routeId("cmw-estimate-budget").errorHandler(noErrorHandler())
            .choice()
                .when(body().isInstanceOf(ChangeEstimate.class)).to("direct:cmw-estimate-change")
                .otherwise()
                    .to("direct:cmw-validate-estimate-with-vendor")
                    .bean(EstimateDesk.class, "estimate(${variable.principal}, ${body})");

        // In:  as above; Out: nothing; Fails: with what the order, or the change, would fail with
        from("direct:cmw-validate-budget").routeId("cmw-validate-budget").errorHandler(noErrorHandler())
            .choice()
                .when(body().isInstanceOf(ChangeEstimate.class)).to("direct:cmw-estimate-change")
                .otherwise()
                    .to("direct:cmw-validate-estimate-with-vendor")
                    .bean(EstimateDesk.class, "validate(${variable.principal}, ${body})")
                    .split(variable("asked")).stopOnException()
                        .setVariable("request", body())
                        .to("direct:cmw-check-chosen-values")
                    .end();

        // In:  variable principal, body ChangeEstimate; Out: body Budget; the vendor lets the change pass
        // Fails: REJECTED for a subscription that he does not see, FORBIDDEN, CONFLICT, LOCKED, REJECTED as the change itself;
        //        REJECTED or RETRYABLE by the vendor, who is asked of nothing that is refused anyway
        from("direct:cmw-estimate-change").routeId("cmw-estimate-change").errorHandler(noErrorHandler())
            .setVariable("asked", body())
            .setVariable("estimate", method(ChangeEstimates.class, "estimate(${variable.principal}, ${variable.asked})"))
            .setBody(method(OrderValidation.class,
                "question(${variable.principal}, ${variable.asked.subscriptionId}, ${variable.asked.change})"))
            .filter(body().isNotNull())
                .to("direct:cmw-validate-order-with-vendor")
            .end()
            .setBody(variable("estimate"));

        // In:  variable principal, body BudgetRequest; Out: body as it came
        // Fails: INVALID type, REJECTED or RETRYABLE by the vendor
        from("direct:cmw-validate-estimate-with-vendor").routeId("cmw-validate-estimate-with-vendor")
            .errorHandler(noErrorHandler())
            .bean(EstimateDesk.class, "requireEstimable(${body})")
            .setVariable("budget", body())
            .setVariable("request", simple("${variable.budget.order}"))
            .setVariable("buyerId", simple("${variable.principal.userId}"))
            .to("direct:cmw-validate-plans-with-vendors")
            .setBody(variable("budget"));
        // spotless:on
    }
}
