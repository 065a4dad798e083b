package io.mercato.platform.cmw.subscription;

import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Outbox;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Reads what the deployer tells: a header names the record that the body is. */
@Component
public class DeploymentEventReader {
    private final Json json;

    public DeploymentEventReader(Json json) {
        this.json = json;
    }

    /** Sets variable {@code report}; what is sent because of it belongs to the request that began it all. */
    @Handler
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        String type = message.getHeader(MessageHeaders.MESSAGE_TYPE, String.class);
        exchange.setVariable("report", json.readOneOf(DeploymentEvent.class, type, message.getBody(String.class)));
        String request = message.getHeader(MessageHeaders.REQUEST_ID, String.class);
        if (request == null) {
            MDC.remove(Outbox.REQUEST_ID);
        } else {
            MDC.put(Outbox.REQUEST_ID, request);
        }
    }
}
