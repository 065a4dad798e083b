package io.mercato.platform.cmw.subscription;

import io.mercato.domain.cmw.subscription.ChangeResult;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.subscription.ExtrasDesk;
import io.mercato.processors.cmw.subscription.PlanDesk;
import io.mercato.processors.cmw.subscription.PurchaseDesk;
import io.mercato.processors.cmw.subscription.SubscriptionDesk;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import io.mercato.processors.cmw.subscription.VendorDesk;
import io.mercato.processors.cmw.vendor.OrderValidation;
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
        // In:  variables principal, id, ifMatch; body SubscriptionChange
        // Out: body ChangeResult, variable revision; what was asked for is done or under way
        // Fails: NOT_FOUND, FORBIDDEN, STALE when it was changed since it was read, CONFLICT in the wrong state, LOCKED while another operation is under way
        //        REJECTED or RETRYABLE by the vendor, who is asked of a change that he has a say in before the transaction begins
        from("direct:cmw-change-subscription").routeId("cmw-change-subscription").errorHandler(noErrorHandler())
            .setVariable("change", body())
            .setBody(method(OrderValidation.class, "question(${variable.principal}, ${variable.id}, ${variable.change})"))
            .filter(body().isNotNull())
                .to("direct:cmw-validate-order-with-vendor")
            .end()
            .to("direct:cmw-do-subscription-change");

        // In:  variables principal, id, ifMatch, change; Out: as above; Fails: as above, rolled back whole
        from("direct:cmw-do-subscription-change").routeId("cmw-do-subscription-change").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("keepDataDisk", simple("${variable.change.keepDataDisk}"))
            .to("direct:cmw-lock-subscription")
            .setVariable("result", constant(ChangeResult.DONE))
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
                    .to("direct:cmw-buy-for-subscription")
            .end()
            .setBody(variable("result"))
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'subscriptionRows', ${variable.id})"));

        // In:  variables principal, subscription (locked), change; Out: variable result: what the change leads to
        // Fails: FORBIDDEN, CONFLICT in the wrong state
        from("direct:cmw-buy-for-subscription").routeId("cmw-buy-for-subscription").errorHandler(noErrorHandler())
            .choice()
                .when(simple("${variable.change.kind} == 'RENEWAL'"))
                    .bean(PurchaseDesk.class, "requireRenewal(${variable.principal}, ${variable.subscription})")
                    .to("direct:cmw-do-deferred-change")
                    .setVariable("result", method(PurchaseDesk.class, "renew" + ASKED))
                .when(simple("${variable.change.kind} == 'PLAN'"))
                    .setVariable("result", method(PlanDesk.class, "change" + ASKED))
                .when(simple("${variable.change.kind} == 'EXTRAS'"))
                    .setVariable("result", method(ExtrasDesk.class, "change" + ASKED))
                .when(simple("${variable.change.kind} == 'PRICES'"))
                    .setVariable("result", method(PurchaseDesk.class, "refreshPrices" + ASKED))
                .when(simple("${variable.change.kind} == 'DATES'"))
                    .setVariable("result", method(PurchaseDesk.class, "alterDates" + ASKED))
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
        endings();
    }

    private void endings() {
        // spotless:off
        // In:  variables principal, id, ifMatch; Out: nothing; it ends, as if its customer had asked for that
        // Fails: NOT_FOUND, FORBIDDEN, STALE, CONFLICT when it is over
        from("direct:cmw-delete-subscription").routeId("cmw-delete-subscription").errorHandler(noErrorHandler())
            .setBody(constant(new SubscriptionChange(SubscriptionAction.KILL, null, null, null, false)))
            .to("direct:cmw-change-subscription");

        // In:  variables principal, id, ifMatch; Out: variable subscription, locked until the transaction ends
        // Fails: NOT_FOUND, FORBIDDEN, STALE
        from("direct:cmw-lock-subscription").routeId("cmw-lock-subscription").errorHandler(noErrorHandler())
            .setVariable("locked",
                method("revisions", "lock(${variable.principal}, 'subscriptionRows', ${variable.id}, ${variable.ifMatch})"))
            .setVariable("subscription", method(SubscriptionStore.class, LOCK));
        // spotless:on
    }
}
