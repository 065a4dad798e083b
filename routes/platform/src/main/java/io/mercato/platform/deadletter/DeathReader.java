package io.mercato.platform.deadletter;

import io.mercato.domain.message.MessageHeaders;
import io.mercato.processors.deadletter.Death;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Reads what the broker has put into a queue of dead ones. */
@Component
public class DeathReader {
    private static final String JMS_ID = "JMSMessageID";
    private static final String ORIGINAL_QUEUE = "_AMQ_ORIG_QUEUE";
    private static final String EXPIRED = "_AMQ_ACTUAL_EXPIRY";
    /** For one that the broker did not put there, but somebody sent there. */
    private static final String NO_QUEUE = "unknown";

    /**
     * Body: a {@link Death}. The broker's id of the message is kept when it moves it to the dead ones, and is another one
     * when the message is sent again, so it is the identity of this death.
     */
    @Handler
    public Death read(Exchange exchange) {
        Message message = exchange.getMessage();
        String jmsId = message.getHeader(JMS_ID, String.class);
        String queue = message.getHeader(ORIGINAL_QUEUE, NO_QUEUE, String.class);
        return new Death(
                UUID.nameUUIDFromBytes((queue + " " + jmsId).getBytes(StandardCharsets.UTF_8)),
                message.getHeader(MessageHeaders.MESSAGE_ID, jmsId, String.class),
                queue,
                headers(message),
                message.getBody() == null ? "" : message.getBody(String.class),
                message.getHeader(EXPIRED) != null);
    }

    /** What the sender gave it: neither the broker's own headers nor this framework's. */
    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            boolean foreign = name.startsWith("JMS") || name.startsWith("_AMQ") || name.startsWith("Camel");
            if (value != null && (!foreign || name.equals(MessageHeaders.GROUP))) {
                headers.put(name, value.toString());
            }
        });
        return headers;
    }
}
