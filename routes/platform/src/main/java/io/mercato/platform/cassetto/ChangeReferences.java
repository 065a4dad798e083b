package io.mercato.platform.cassetto;

import io.mercato.domain.message.MessageHeaders;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cassetto.References;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Who holds which content. */
@Component
public class ChangeReferences extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    cassetto.commands: KeepObject, ReleaseObject as JSON, grouped by holder
        // Out:   the holder is on record, or no more
        // Fails: rolled back, redelivered by the broker, then cassetto.commands.dead: also a content that is not there
        from("jms:queue:{{queue.cassetto.commands}}").routeId("cassetto-change-reference").routeConfigurationId("transacted")
            .setVariable("messageId", header(MessageHeaders.MESSAGE_ID))
            .setVariable("command",
                method(References.class, "read(${header." + MessageHeaders.MESSAGE_TYPE + "}, ${body})"))
            .to("direct:cassetto-apply-command");

        // In: variables messageId, command; Out: done, once; Fails: rolled back
        from("direct:cassetto-apply-command").routeId("cassetto-apply-command").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(References.class, "apply(${variable.messageId}, ${variable.command})");
        // spotless:on
    }
}
