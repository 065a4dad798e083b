package io.mercato.platform.cmw.subscription;

import io.mercato.domain.identity.Principal;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.subscription.DeadlineDesk;
import io.mercato.processors.cmw.subscription.DeadlineStore;
import io.mercato.processors.cmw.subscription.ExtrasDesk;
import io.mercato.processors.cmw.subscription.Periods;
import io.mercato.processors.cmw.subscription.PlanDesk;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What happens to subscriptions because time passes. */
@Component
public class MeetDeadlines extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  the clock; Out: every deadline that is due is met; Fails: logged, and tried at the next tick
        from("timer:cmw-deadlines?period={{mercato.cmw.deadline-period}}").routeId("cmw-clock-deadlines")
            .routeConfigurationId("clock")
            .to("direct:cmw-meet-deadlines");

        // In:  nothing; Out: every deadline that is due is met, each in a transaction of its own
        // Fails: a deadline that could not be met is logged and due again later; the others do not wait for it
        from("direct:cmw-meet-deadlines").routeId("cmw-meet-deadlines").errorHandler(noErrorHandler())
            .setVariable("due", constant("the first"))
            .loopDoWhile(variable("due").isNotNull())
                .removeVariable("due")
                .doTry()
                    .to("direct:cmw-meet-deadline")
                .doCatch(Exception.class)
                    .log(LoggingLevel.ERROR, "Deadline ${variable.due} could not be met: ${exception}")
                    .to("direct:cmw-postpone-deadline")
                .end()
            .end();

        // In:  variable due, the deadline that could not be met, if it was known; Out: it is due again later
        from("direct:cmw-postpone-deadline").routeId("cmw-postpone-deadline").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .filter(variable("due").isNotNull())
                .bean(DeadlineStore.class, "postpone(${variable.due})");

        // In:  nothing; Out: variable due: the deadline that was met; null when none is due
        from("direct:cmw-meet-deadline").routeId("cmw-meet-deadline").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("principal", constant(Principal.SYSTEM))
            .setVariable("due", method(DeadlineStore.class, "take"))
            .filter(variable("due").isNotNull())
                .setVariable("subscription", method(SubscriptionStore.class, "lock(${variable.due.subscriptionId})"))
                .setVariable("event", method(DeadlineDesk.class, "event(${variable.subscription}, ${variable.due.kind})"))
                .choice()
                    .when(variable("event").isNotNull())
                        .to("direct:cmw-move-subscription")
                    .when(method(DeadlineDesk.class, "renews(${variable.subscription}, ${variable.due.kind})"))
                        .to("direct:cmw-do-deferred-change")
                        .bean(Periods.class, "renew(${variable.subscription}, ${variable.principal})")
                    .when(simple("${variable.due.kind} == 'CHANGE_PAYMENT'"))
                        .bean(PlanDesk.class, "dropUnpaid(${variable.subscription}, ${variable.principal})")
                    .otherwise()
                        .bean(DeadlineDesk.class, "remind(${variable.subscription}, ${variable.due.kind})")
                .end();

        // In:  variables subscription (locked), of which one more period is about to be ordered, and principal
        // Out: variable subscription: what waited for that period is done; Fails: to the caller
        from("direct:cmw-do-deferred-change").routeId("cmw-do-deferred-change").errorHandler(noErrorHandler())
            .bean(ExtrasDesk.class, "applyDeferred(${variable.subscription}, ${variable.principal})")
            .bean(PlanDesk.class, "applyDeferred(${variable.subscription}, ${variable.principal})")
            .to("direct:cmw-reload-subscription");
        // spotless:on
    }
}
