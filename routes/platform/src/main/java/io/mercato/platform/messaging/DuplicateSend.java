package io.mercato.platform.messaging;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Recognises the broker's refusal of a message that it has already. */
@Component
public class DuplicateSend {

    public boolean isDuplicate(Exchange exchange) {
        return isDuplicate(failure(exchange));
    }

    /** A failure that is none of ours to handle goes on. */
    public void rethrow(Exchange exchange) throws Exception {
        throw failure(exchange);
    }

    private static Exception failure(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("DuplicateId")) {
                return true;
            }
        }
        return false;
    }
}
