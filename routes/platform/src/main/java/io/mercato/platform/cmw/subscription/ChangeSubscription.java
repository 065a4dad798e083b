package io.mercato.platform.cmw.subscription;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.subscription.SubscriptionDesk;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.cmw.subscription.VendorDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a customer asks of a subscription, and what a vendor reports of one. */
@Component
public class ChangeSubscription extends RouteBuilder {
    private static final String LOCK = "lockVisible(${variable.principal}, ${variable.id})";
    private static final String ASKED = "(${variable.principal}, ${variable.subscription}, ${variable.change})";

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, id; body SubscriptionChange
        // Out: nothing; what was asked for is done or under way
        // Fails: NOT_FOUND, FORBIDDEN, CONFLICT in the wrong state, LOCKED while another operation is under way
        from("direct:cmw-change-subscription").routeId("cmw-change-subscription").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("change", body())
            .setVariable("keepDataDisk", simple("${body.keepDataDisk}"))
            .setVariable("subscription", method(SubscriptionStore.class, LOCK))
            .choice()
                .when(simple("${variable.change.kind} == 'OPERATION'"))
                    .setVariable("event", method(SubscriptionDesk.class, "operation" + ASKED))
                    .to("direct:cmw-move-subscription")
                .when(simple("${variable.change.kind} == 'REPORT'"))
                    .setVariable("event", method(VendorDesk.class, "report" + ASKED))
                    .to("direct:cmw-move-subscription")
                .when(simple("${variable.change.kind} == 'NAME'"))
                    .bean(SubscriptionDesk.class, "rename" + ASKED)
                .when(simple("${variable.change.kind} == 'AUTO_RENEW'"))
                    .bean(SubscriptionDesk.class, "autoRenew" + ASKED)
                .otherwise()
                    .throwException(IllegalStateException.class, "Nobody does ${variable.change.kind}")
            .end();

        // In:  variables principal, id; body VendorDesk.Endpoints, .Credentials or .Instructions
        // Out: nothing; the customer has them, and the vendor's endpoints are told that something changed
        // Fails: NOT_FOUND, FORBIDDEN but for the product's vendor, CONFLICT when it is the platform that deploys it
        from("direct:cmw-give-access").routeId("cmw-give-access").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("access", body())
            .setVariable("subscription", method(SubscriptionStore.class, LOCK))
            .bean(VendorDesk.class, "give(${variable.principal}, ${variable.subscription}, ${variable.access})");
        // spotless:on
    }
}
