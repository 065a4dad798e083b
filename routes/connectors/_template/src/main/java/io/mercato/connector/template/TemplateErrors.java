package io.mercato.connector.template;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what a failure of the outside system means: RETRYABLE is tried again by the broker,
 * everything else goes to the dead letters at once. No text holds the token or what a customer wrote.
 */
final class TemplateErrors {
    static final String UNAVAILABLE = "ticket-system-unavailable";
    static final String CREDENTIALS = "ticket-system-refuses-credentials";
    static final String REFUSED = "ticket-refused";
    static final String UNREADABLE = "ticket-system-answer-unreadable";

    private TemplateErrors() {}

    static MercatoException ofStatus(int status) {
        String said = "The ticket system answers " + status;
        return switch (status) {
            case 401, 403 -> new MercatoException(ErrorKind.FORBIDDEN, CREDENTIALS, said);
            case 408, 409, 425, 429 -> new MercatoException(ErrorKind.RETRYABLE, UNAVAILABLE, said);
            default -> ofClass(status, said);
        };
    }

    private static MercatoException ofClass(int status, String said) {
        if (status >= 500) {
            return new MercatoException(ErrorKind.RETRYABLE, UNAVAILABLE, said);
        }
        return status >= 400
                ? new MercatoException(ErrorKind.REJECTED, REFUSED, said)
                : new MercatoException(ErrorKind.BROKEN, UNREADABLE, said + " where it must not");
    }

    static MercatoException unreachable(Exception cause) {
        String said = "The ticket system cannot be reached: " + cause.getClass().getSimpleName();
        return new MercatoException(ErrorKind.RETRYABLE, UNAVAILABLE, said, cause);
    }

    static MercatoException unreadable(@Nullable Exception cause) {
        ErrorHolder holder = ErrorHolder.of(UNREADABLE, "The ticket system's answer makes no sense");
        return new MercatoException(ErrorKind.BROKEN, List.of(holder), cause);
    }
}
