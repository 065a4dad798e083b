package io.mercato.connector.s3;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The one place that decides what a failure of the storage means. Refused credentials are RETRYABLE: whoever uploads a
 * file can do nothing about them, and once they are set right the same call goes through.
 */
@Component
public class S3Errors {
    static final String UNAVAILABLE = "storage-unavailable";
    static final String CREDENTIALS = "storage-refuses-credentials";
    static final String MISSING = "storage-object-missing";
    static final String REFUSED = "storage-refuses-request";

    /** Throws what the failure that was caught means. */
    public void fail(Exchange exchange) {
        throw of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    static MercatoException missing() {
        return new MercatoException(ErrorKind.NOT_FOUND, MISSING, "The object storage has no such thing");
    }

    static MercatoException of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof S3Exception answer) {
                return ofStatus(answer.statusCode(), failure);
            }
        }
        String said =
                "The object storage cannot be reached: " + failure.getClass().getSimpleName();
        return new MercatoException(ErrorKind.RETRYABLE, UNAVAILABLE, said, failure);
    }

    private static MercatoException ofStatus(int status, Exception cause) {
        String said = "The object storage answers " + status;
        return switch (status) {
            case 404 -> new MercatoException(ErrorKind.NOT_FOUND, MISSING, said, cause);
            case 401, 403 -> new MercatoException(ErrorKind.RETRYABLE, CREDENTIALS, said, cause);
            case 408, 409, 425, 429 -> new MercatoException(ErrorKind.RETRYABLE, UNAVAILABLE, said, cause);
            default ->
                status >= 500
                        ? new MercatoException(ErrorKind.RETRYABLE, UNAVAILABLE, said, cause)
                        : new MercatoException(ErrorKind.BROKEN, REFUSED, said, cause);
        };
    }
}
