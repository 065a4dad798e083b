package io.mercato.platform.deadletter;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deadletter.DeadLetterDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Empties the queues of dead ones into the table. */
@Component
public class KeepDeadLetters extends RouteBuilder {
    static final String ROUTE = "deadletter-keep-letters-";

    @Override
    public void configure() {
        // spotless:off
        // In:    a queue of dead ones
        // Out:   a dead letter with the cause of its failure, once for each death
        // Fails: rolled back and redelivered by the broker, for ever
        routeTemplate("deadletter-keep-letters").templateParameter("queue")
            .from("jms:queue:{{queue}}?concurrentConsumers=1")
                .routeConfigurationId("transacted")
                .bean(DeathReader.class)
                .to("direct:deadletter-keep-letter");

        from("direct:deadletter-keep-letter").routeId("deadletter-keep-letter").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeadLetterDesk.class, "keep");
        // spotless:on
        keep("deployer-commands", "{{queue.deployer.commands.dead}}");
        keep("deployer-accounts", "{{queue.deployer.accounts.dead}}");
        keep("deployer-events", "{{queue.deployer.events.dead}}");
        keep("notifier-emails", "{{queue.notifier.emails.dead}}");
        keep("platform", "{{queue.platform.dead}}");
    }

    private void keep(String name, String queue) {
        templatedRoute("deadletter-keep-letters")
                .routeId(ROUTE + name)
                .parameter("queue", getContext().resolvePropertyPlaceholders(queue));
    }
}
