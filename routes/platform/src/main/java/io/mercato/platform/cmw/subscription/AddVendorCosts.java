package io.mercato.platform.cmw.subscription;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.subscription.CostDesk;
import io.mercato.processors.cmw.subscription.CostDesk.Once;
import io.mercato.processors.cmw.subscription.SubscriptionDetails;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Takes in what vendors add to the costs of subscriptions. */
@Component
public class AddVendorCosts extends RouteBuilder {
    private static final String ARGUMENTS = "(${variable.principal}, ${variable.subscription}, ${variable.costs})";

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, id, ifMatch; body CustomInvoice; Out: body Invoice, variable location
        // Fails: NOT_FOUND, FORBIDDEN but for the product's vendor, CONFLICT in the wrong state, REJECTED currency
        from("direct:cmw-invoice-subscription").routeId("cmw-invoice-subscription").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("costs", body())
            .to("direct:cmw-lock-subscription")
            .bean(CostDesk.class, "invoice" + ARGUMENTS)
            .setVariable("location", simple("invoice/${body.id}"));

        // In:  variables principal, id, ifMatch; body CostDesk.Once or .Always; Out: body SubscriptionDetail
        // Fails: NOT_FOUND, FORBIDDEN but for the product's vendor, CONFLICT in the wrong state, REJECTED currency
        from("direct:cmw-add-subscription-costs").routeId("cmw-add-subscription-costs").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("costs", body())
            .to("direct:cmw-lock-subscription")
            .choice()
                .when(variable("costs").isInstanceOf(Once.class)).bean(CostDesk.class, "addOnce" + ARGUMENTS)
                .otherwise().bean(CostDesk.class, "addAlways" + ARGUMENTS)
            .end()
            .bean(SubscriptionDetails.class, "get(${variable.principal}, ${variable.id})");
        // spotless:on
    }
}
