package io.mercato.domain.cloud;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import org.jspecify.annotations.Nullable;

/**
 * A cloud refused, or was not there. Kind RETRYABLE: the same call may go through later (time-out, 409, 429, 5xx);
 * REJECTED: it never will (no such flavor, no quota, bad request); FORBIDDEN: the credentials are wrong; BROKEN: the
 * answer makes no sense.
 */
public class CloudException extends MercatoException {
    private static final long serialVersionUID = 1L;

    public CloudException(ErrorKind kind, String key, String error, @Nullable Throwable cause) {
        super(kind, java.util.List.of(io.mercato.domain.error.ErrorHolder.of(key, error)), cause);
    }

    public boolean isTemporary() {
        return kind() == ErrorKind.RETRYABLE;
    }
}
