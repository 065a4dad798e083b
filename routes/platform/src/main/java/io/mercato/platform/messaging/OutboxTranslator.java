package io.mercato.platform.messaging;

import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.messaging.OutboxStore.OutboxRow;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Makes a JMS message of an outbox row. */
@Component
public class OutboxTranslator {
    /** The broker drops a message whose id it has seen. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    /** When the broker hands a message out, in milliseconds since 1970. */
    private static final String SCHEDULED_DELIVERY = "_AMQ_SCHED_DELIVERY";

    /** Sets variable {@code destination} to {@code queue:<name>} or {@code topic:<name>}. */
    @Handler
    public void translate(Exchange exchange) {
        OutboxRow row = exchange.getMessage().getBody(OutboxRow.class);
        String kind = row.destination().substring(0, row.destination().indexOf('.'));
        String name = exchange.getContext().resolvePropertyPlaceholders("{{" + row.destination() + "}}");
        exchange.setVariable("destination", kind + ":" + name);

        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(MessageHeaders.MESSAGE_ID, row.messageId().toString());
        message.setHeader(MessageHeaders.MESSAGE_TYPE, row.type());
        message.setHeader(MessageHeaders.AGGREGATE, row.aggregate());
        message.setHeader(MessageHeaders.GROUP, row.aggregate());
        message.setHeader(DUPLICATE_ID, row.messageId().toString());
        if (row.requestId() != null) {
            message.setHeader(MessageHeaders.REQUEST_ID, row.requestId());
        }
        if (row.deliverAt() != null) {
            message.setHeader(SCHEDULED_DELIVERY, row.deliverAt().toEpochMilli());
        }
        message.setBody(row.payload());
    }
}
