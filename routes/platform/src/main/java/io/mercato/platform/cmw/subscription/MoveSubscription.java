package io.mercato.platform.cmw.subscription;

import io.mercato.domain.cmw.subscription.SubscriptionEffect;
import io.mercato.processors.cmw.mail.SubscriptionMails;
import io.mercato.processors.cmw.subscription.DeployerRequests;
import io.mercato.processors.cmw.subscription.OpenChanges;
import io.mercato.processors.cmw.subscription.Periods;
import io.mercato.processors.cmw.subscription.SubscriptionMover;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What an event does to a subscription, within the transaction of whoever lets it happen. */
@Component
public class MoveSubscription extends RouteBuilder {
    /** What is done for an order that needs no payment. */
    public static final List<SubscriptionEffect> OF_A_FREE_ORDER =
            List.of(SubscriptionEffect.DEPLOY, SubscriptionEffect.TELL_DEPLOYING);

    @Override
    public void configure() {
        // spotless:off
        // In:  variables subscription (locked), event, principal; report, when the deployer reported it
        // Out: its new state, changelog, vendors' events, and its effects
        // Fails: CONFLICT when the event is not possible in its state
        from("direct:cmw-move-subscription").routeId("cmw-move-subscription").errorHandler(noErrorHandler())
            .bean(SubscriptionMover.class, "move(${variable.subscription}, ${variable.event}, ${variable.principal})")
            .to("direct:cmw-do-subscription-effects");

        // In:  variables subscriptions (locked), event, principal: what was ordered together; Out: as above, of each of them
        // Fails: as above
        from("direct:cmw-move-subscriptions").routeId("cmw-move-subscriptions").errorHandler(noErrorHandler())
            .split(variable("subscriptions")).stopOnException()
                .setVariable("subscription", body())
                .to("direct:cmw-move-subscription")
            .end();

        // In:  body list of SubscriptionEffect, variable subscription; Out: each is done, in this order
        from("direct:cmw-do-subscription-effects").routeId("cmw-do-subscription-effects").errorHandler(noErrorHandler())
            .split(body()).stopOnException().to("direct:cmw-do-subscription-effect");

        // In:  body SubscriptionEffect, variables subscription and report
        // Out: a command to the deployer, an invoice, a period, what was open is dropped, or an e-mail
        from("direct:cmw-do-subscription-effect").routeId("cmw-do-subscription-effect").errorHandler(noErrorHandler())
            .choice()
                .when(simple("${body} in 'DEPLOY,STOP,START,UNDEPLOY'"))
                    .bean(DeployerRequests.class, "request(${variable.subscription}, ${body}, ${variable.keepDataDisk})")
                .when(simple("${body} == 'ASK_PAYMENT'"))
                    .to("direct:cmw-ask-payment")
                .when(simple("${body} == 'BEGIN_PERIOD'"))
                    .bean(Periods.class, "begin(${variable.subscription})")
                .when(simple("${body} == 'EXPIRE_INVOICES'"))
                    .bean(OpenChanges.class, "end(${variable.subscription})")
                .when(simple("${body} starts with 'TELL_'"))
                    .bean(SubscriptionMails.class, "tell(${variable.subscription}, ${body}, ${variable.report})")
                .otherwise()
                    .throwException(IllegalStateException.class, "Nobody does ${body}");

        // In:  variable subscription; Out: the same as it is now
        from("direct:cmw-reload-subscription").routeId("cmw-reload-subscription").errorHandler(noErrorHandler())
            .setVariable("subscription", method(SubscriptionStore.class, "lock(${variable.subscription.id})"));
        // spotless:on
    }
}
