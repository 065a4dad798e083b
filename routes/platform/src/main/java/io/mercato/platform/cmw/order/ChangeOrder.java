package io.mercato.platform.cmw.order;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.mail.OrderMails;
import io.mercato.processors.cmw.order.OrderNotices;
import io.mercato.processors.cmw.order.OrderStarts;
import io.mercato.processors.cmw.order.OrderStore;
import io.mercato.processors.cmw.order.OrderWithdrawals;
import io.mercato.processors.cmw.subscription.SubscriptionMover;
import io.mercato.processors.cmw.subscription.SubscriptionStore;
import org.springframework.stereotype.Component;

/** What is done with an order that was placed: its date is moved, it is taken back, somebody is told of it again. */
@Component
public class ChangeOrder extends ResourceRoutes {

    @Override
    public void configure() {
        metadata("order", "orderRows");
        // spotless:off
        // In:  variables principal, id, ifMatch; body OrderStart; Out: nothing; it begins on that date
        // Fails: NOT_FOUND, FORBIDDEN, STALE, INVALID date, CONFLICT when it does not wait for a date
        from("direct:cmw-change-order").routeId("cmw-change-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("start", body())
            .to("direct:cmw-lock-order")
            .bean(OrderStarts.class, "move(${variable.principal}, ${variable.id}, ${variable.start})");

        // In:  variables principal, id, ifMatch; Out: nothing; the order is there no more, what it began ends
        // Fails: NOT_FOUND, FORBIDDEN, STALE, CONFLICT when something has been delivered
        from("direct:cmw-delete-order").routeId("cmw-delete-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-order")
            .setVariable("order", method(OrderStore.class, "get(${variable.principal}, ${variable.id})"))
            .setVariable("subscriptions", method(OrderWithdrawals.class, "withdraw(${variable.principal}, ${variable.id})"))
            .setVariable("event", method(OrderWithdrawals.class, "event(${variable.order})"))
            .choice()
                .when(variable("event").isNotNull()).to("direct:cmw-move-subscriptions")
                .otherwise().bean(SubscriptionMover.class, "tell(${variable.subscriptions[0]}, MODIFIED)")
            .end();

        // In:  variables principal, id; Out: nothing; whoever is to do something about it has an e-mail again
        // Fails: NOT_FOUND, TOO_MANY when it was asked for a short while ago
        from("direct:cmw-notify-order").routeId("cmw-notify-order").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("order", method(OrderStore.class, "get(${variable.principal}, ${variable.id})"))
            .setVariable("subscription", method(SubscriptionStore.class, "lock(${variable.order.subscriptionId})"))
            .bean(OrderNotices.class, "ask(${variable.order})")
            .bean(OrderMails.class, "again(${variable.order}, ${variable.subscription})");

        // In:  variables principal, id, ifMatch; Out: body as it came, the row locked until the transaction ends
        // Fails: NOT_FOUND, FORBIDDEN, STALE
        from("direct:cmw-lock-order").routeId("cmw-lock-order").errorHandler(noErrorHandler())
            .setVariable("locked",
                method("revisions", "lock(${variable.principal}, 'orderRows', ${variable.id}, ${variable.ifMatch})"));
        // spotless:on
    }
}
