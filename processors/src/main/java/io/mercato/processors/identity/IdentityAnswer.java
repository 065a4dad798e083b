package io.mercato.processors.identity;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What the identity provider answered.
 *
 * @param location address of what was made; null for none
 */
record IdentityAnswer(int status, String location, String body) {

    static IdentityAnswer of(Exchange exchange) {
        Message message = exchange.getMessage();
        String body = message.getBody(String.class);
        return new IdentityAnswer(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                message.getHeader("Location", String.class),
                body == null ? "" : body);
    }

    boolean isFine() {
        return status >= 200 && status < 300;
    }

    /** Without its body, which may name people. */
    @Override
    public String toString() {
        return "status " + status;
    }
}
