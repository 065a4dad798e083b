package io.mercato.platform.messaging;

import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.messaging.OutboxSignal;
import io.mercato.processors.messaging.OutboxStore;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Sends what stands in the modules' outboxes. Rows are claimed in a database transaction, sent in a broker transaction
 * that commits first, and deleted. A crash between the two commits sends them again; the broker knows their ids and
 * refuses the second ones.
 */
@Component
public class OutboxRelay extends RouteBuilder {
    private final List<Outbox> outboxes;
    private final OutboxSignal signal;

    public OutboxRelay(List<Outbox> outboxes, OutboxSignal signal) {
        this.outboxes = outboxes;
        this.signal = signal;
    }

    @Override
    public void configure() {
        // spotless:off
        // In:  a wake-up after a commit of this process, and one by the clock for what other processes left
        // Out: every row of <module>.outbox to its queue or topic, in the order of its writing
        // Fails: rolled back; the rows stay and are sent at the next wake-up
        routeTemplate("outbox-relay").templateParameter("module")
            .from("seda:outbox-{{module}}?size=1")
                .routeConfigurationId("transacted")
                .transacted(TransactionPolicies.DATABASE)
                .setVariable("module", constant("{{module}}"))
                .bean(OutboxStore.class, "claim(${variable.module})")
                .filter(simple("${body.size} > 0"))
                    .setVariable("rows", body())
                    .to("direct:outbox-send")
                    .bean(OutboxStore.class, "delete(${variable.module}, ${variable.rows})")
                    .filter(method(OutboxStore.class, "isFull(${variable.rows})"))
                        .to("seda:outbox-{{module}}?size=1&discardWhenFull=true");

        routeTemplate("outbox-clock").templateParameter("module")
            .from("timer:outbox-{{module}}?period={{mercato.outbox.period}}")
                .routeConfigurationId("clock")
                .to("seda:outbox-{{module}}?size=1&discardWhenFull=true");
        // spotless:on
        outboxes.forEach(outbox -> startRelay(outbox.module()));
    }

    private void startRelay(String module) {
        templatedRoute("outbox-relay").routeId("outbox-relay-" + module).parameter("module", module);
        templatedRoute("outbox-clock").routeId("outbox-clock-" + module).parameter("module", module);
        ProducerTemplate template = getContext().createProducerTemplate();
        String relay = "seda:outbox-" + module + "?size=1&discardWhenFull=true";
        signal.onWake(module, () -> template.sendBody(relay, null));
    }
}
