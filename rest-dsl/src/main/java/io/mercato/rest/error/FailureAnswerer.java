package io.mercato.rest.error;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.processors.sql.BrokenConstraint;
import io.mercato.rest.ApiVersion;
import io.mercato.rest.RestJson;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Makes an error body of a failure: a foreseen one says what is wrong, any other only that something is. */
@Component
public class FailureAnswerer {
    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswerer.class);

    private final RestJson json;

    public FailureAnswerer(RestJson json) {
        this.json = json;
    }

    public void answer(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        MercatoException known = translate(failure, exchange);
        ProblemBody problem = ProblemBody.of(known.kind(), known.holders());
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        message.setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        if (known.kind() == ErrorKind.UNAUTHENTICATED) {
            message.setHeader("WWW-Authenticate", "Basic realm=\"Mercato\"");
        }
        if (known.kind() == ErrorKind.TOO_MANY) {
            tellWait(message, known);
        }
        if (known.kind() == ErrorKind.UNSATISFIABLE) {
            message.setHeader(
                    "Content-Range",
                    "bytes */" + known.holders().get(0).extraFields().get("size"));
        }
        message.setBody(json.write(problem, ApiVersion.NEWEST));
    }

    private static void tellWait(Message message, MercatoException known) {
        String millis = known.holders().get(0).extraFields().getOrDefault("milliseconds", "1000");
        message.setHeader("X-Rate-Limit-Remaining", "0");
        message.setHeader("X-Rate-Limit-Retry-After-Milliseconds", millis);
        message.setHeader("Retry-After", String.valueOf((Long.parseLong(millis) + 999) / 1000));
    }

    private static MercatoException translate(Throwable failure, Exchange exchange) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MercatoException known) {
                return known;
            }
            if (cause instanceof DataIntegrityViolationException broken) {
                return BrokenConstraint.explain(broken);
            }
            if (cause instanceof TransientDataAccessException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException) {
                return unavailable(cause);
            }
        }
        LOG.error("Call {} failed", exchange.getFromRouteId(), failure);
        ErrorHolder holder = ErrorHolder.of("internal-error", "Something went wrong here; it has been recorded");
        return new MercatoException(ErrorKind.BROKEN, List.of(holder), failure);
    }

    private static MercatoException unavailable(Throwable cause) {
        LOG.warn("The database cannot serve a call: {}", cause.getMessage());
        return new MercatoException(
                ErrorKind.RETRYABLE, "unavailable", "The platform is busy; try again in a moment", cause);
    }
}
