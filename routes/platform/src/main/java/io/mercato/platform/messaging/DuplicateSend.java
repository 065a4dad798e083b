package io.mercato.platform.messaging;

import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** Recognises the broker's refusal of a message that it has already. */
@Component
public class DuplicateSend {

    @Handler
    public boolean isDuplicate(Exchange exchange) {
        return isDuplicate(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("DuplicateId")
                    || String.valueOf(cause.getMessage()).contains("Duplicate message detected")
                    || String.valueOf(cause.getMessage()).contains("AMQ229")
                            && String.valueOf(cause.getMessage()).contains("uplicate")) {
                return true;
            }
        }
        return false;
    }
}
