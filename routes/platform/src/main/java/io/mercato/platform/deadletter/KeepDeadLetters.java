package io.mercato.platform.deadletter;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deadletter.DeadLetterDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Empties the queues of dead ones into the table. */
@Component
public class KeepDeadLetters extends RouteBuilder {
    /** What the routes that read a queue of dead ones begin with. */
    static final String ROUTES = "deadletter-keep-";

    @Override
    public void configure() {
        // spotless:off
        // In:    a queue of dead ones
        // Out:   a dead letter with the cause of its failure, once for each death
        // Fails: rolled back and redelivered by the broker, for ever
        from("jms:queue:{{queue.cassetto.commands.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-cassetto-commands").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.cassetto.thumbnails.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-cassetto-thumbnails").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.cmw.bulk-rows.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-cmw-bulk-rows").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.deployer.commands.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-deployer-commands").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.deployer.accounts.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-deployer-accounts").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.deployer.events.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-deployer-events").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.identity.commands.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-identity-commands").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.notifier.emails.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-notifier-emails").routeConfigurationId("transacted").to("direct:deadletter-read-death");
        from("jms:queue:{{queue.platform.dead}}?concurrentConsumers=1")
            .routeId("deadletter-keep-platform").routeConfigurationId("transacted").to("direct:deadletter-read-death");

        // In: a dead message; Out: kept as Death; Fails: to the caller
        from("direct:deadletter-read-death").routeId("deadletter-read-death").errorHandler(noErrorHandler())
            .bean(DeathReader.class)
            .to("direct:deadletter-keep-letter");

        // In: body Death; Out: a dead letter, unless it is known already; Fails: nothing is written
        from("direct:deadletter-keep-letter").routeId("deadletter-keep-letter").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeadLetterDesk.class, "keep");
        // spotless:on
    }
}
