package io.mercato.processors.identity;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries a step again that the identity provider did not answer, while somebody waits for it. */
@Component
public class Insistence {
    private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);
    private static final String STATE = "identityAttempts";

    private final IdentityProperties settings;

    public Insistence(IdentityProperties settings) {
        this.settings = settings;
    }

    /** @param failure of the last attempt; null when it went well, or before the first */
    private record Attempts(int made, Throwable failure) {}

    public void begin(Exchange exchange) {
        exchange.setVariable(STATE, new Attempts(0, null));
    }

    public boolean again(Exchange exchange) {
        Attempts attempts = attempts(exchange);
        return attempts.made() == 0 || attempts.failure() != null && attempts.made() < settings.attempts();
    }

    /** Milliseconds to wait before the next attempt. */
    public long pause(Exchange exchange) {
        return attempts(exchange).made() == 0 ? 0 : settings.retryDelay().toMillis();
    }

    public void attempted(Exchange exchange) {
        exchange.setVariable(STATE, new Attempts(attempts(exchange).made() + 1, null));
    }

    /** What will never go through fails at once. */
    public void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof MercatoException known && known.kind() != ErrorKind.RETRYABLE) {
            throw known;
        }
        exchange.setVariable(STATE, new Attempts(attempts(exchange).made(), failure));
    }

    /** RETRYABLE when the last attempt failed too. */
    public void conclude(Exchange exchange) {
        Throwable failure = attempts(exchange).failure();
        if (failure != null) {
            String reason = failure instanceof IdentityUnavailableException known ? known.reason() : failure.toString();
            LOG.warn("The identity provider did not answer in {} attempts: {}", settings.attempts(), reason);
            throw new IdentityUnavailableException(reason);
        }
    }

    private static Attempts attempts(Exchange exchange) {
        return exchange.getVariable(STATE, Attempts.class);
    }
}
