package io.mercato.platform.deadletter;

import io.mercato.processors.deadletter.RedrivenStore.Redriven;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Makes of a letter the message that it was, under a new duplicate-detection id. */
@Component
public class RedrivenTranslator {
    /** The broker drops a message whose id it has seen. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    /** Between address and queue, where an address has more than one. */
    private static final String ONE_OF_MANY = "::";

    /** Sets variable {@code destination}: the one queue that it died in, though the address may have more. */
    @Handler
    public void translate(Exchange exchange) {
        Message message = exchange.getMessage();
        Redriven letter = message.getBody(Redriven.class);
        String name = exchange.getContext().resolvePropertyPlaceholders("{{queue." + letter.queue() + "}}");
        exchange.setVariable("destination", (name.contains(ONE_OF_MANY) ? "topic:" : "queue:") + name);
        message.removeHeaders("*");
        letter.headers().forEach(message::setHeader);
        message.setHeader(DUPLICATE_ID, letter.duplicateId().toString());
        message.setBody(letter.payload());
    }
}
