package io.mercato.platform.deadletter;

import io.mercato.domain.message.MessageHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Takes messages as the platform's modules do, and fails as long as it is told to. */
class FickleConsumer extends RouteBuilder {
    final List<String> done = new CopyOnWriteArrayList<>();
    final List<Object> groups = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    volatile boolean broken;

    @Override
    public void configure() {
        for (String queue : List.of("deployer.commands", "notifier.emails", "cmw.deployment-events")) {
            // spotless:off
            from("jms:queue:{{queue." + queue + "}}").routeId("test-take-" + queue)
                .routeConfigurationId("transacted")
                .setVariable("id", header(MessageHeaders.MESSAGE_ID))
                .setVariable("group", header(MessageHeaders.GROUP))
                .setBody(simple("${body}"))
                .removeHeaders("*")
                .to("direct:test-work-" + queue);

            from("direct:test-work-" + queue).errorHandler(noErrorHandler()).process(this::work);
            // spotless:on
        }
    }

    private void work(Exchange exchange) {
        if (broken) {
            failures.incrementAndGet();
            throw new IllegalStateException(
                    "cannot do it: password=hunter2 of the cloud", new RuntimeException("disk full, token: abc123"));
        }
        groups.add(exchange.getVariable("group"));
        done.add(exchange.getVariable("id", String.class) + " "
                + exchange.getMessage().getBody(String.class));
    }
}
