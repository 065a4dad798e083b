package io.mercato.connector.template;

import io.mercato.domain.error.MercatoException;
import io.mercato.processors.connector.ConnectionVerdict;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** "Test the connection": asks the outside system who we are. */
@Component
public class TemplateVerifier {

    public TemplateCall ask() {
        return TemplateCall.get("/me");
    }

    public ConnectionVerdict accepted() {
        return new ConnectionVerdict(true, "The ticket system accepts the token");
    }

    public ConnectionVerdict refused(Exchange exchange) {
        MercatoException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, MercatoException.class);
        return new ConnectionVerdict(false, String.valueOf(failure.getMessage()));
    }
}
