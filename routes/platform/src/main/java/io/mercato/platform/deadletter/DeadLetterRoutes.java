package io.mercato.platform.deadletter;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deadletter.DeadLetterDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What an administrator may do with dead letters. */
@Component
public class DeadLetterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        errorHandler(noErrorHandler());

        // In: variables filter and page; Out: body Page of DeadLetter, the newest first; Fails: INVALID
        from("direct:deadletter-list-letters").routeId("deadletter-list-letters")
            .bean(DeadLetterDesk.class, "page");

        // In: variable id; Out: body DeadLetter; Fails: NOT_FOUND
        from("direct:deadletter-get-letter").routeId("deadletter-get-letter")
            .bean(DeadLetterDesk.class, "find");

        // In: variables id and principal; Out: body DeadLetter, redriven
        // Fails: NOT_FOUND, CONFLICT when it is dealt with, REJECTED when its queue is no more
        from("direct:deadletter-redrive-letter").routeId("deadletter-redrive-letter")
            .to("direct:deadletter-mark-redriven")
            .to("seda:deadletter-send?size=1&discardWhenFull=true&waitForTaskToComplete=Never");

        // In: variables id and principal; Out: body DeadLetter, redriven, in one transaction; Fails: nothing is written
        from("direct:deadletter-mark-redriven").routeId("deadletter-mark-redriven")
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeadLetterDesk.class, "redrive");

        // In: variables filter, which names the queue, and principal; Out: body Integer, how many are redriven
        // Fails: INVALID, REJECTED when there is no such queue
        from("direct:deadletter-redrive-queue").routeId("deadletter-redrive-queue")
            .to("direct:deadletter-mark-queue-redriven")
            .to("seda:deadletter-send?size=1&discardWhenFull=true&waitForTaskToComplete=Never");

        // In: variables filter and principal; Out: body Integer, how many, in one transaction; Fails: nothing is written
        from("direct:deadletter-mark-queue-redriven").routeId("deadletter-mark-queue-redriven")
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeadLetterDesk.class, "redriveAll");

        // In: variables id and principal; Out: nothing; what it said is gone; Fails: NOT_FOUND, CONFLICT
        from("direct:deadletter-discard-letter").routeId("deadletter-discard-letter")
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeadLetterDesk.class, "discard");
        // spotless:on
    }
}
