package io.mercato.processors.identity;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;

/** The identity provider is down, too slow, or answers what it should not; the same call may go through later. */
public class IdentityUnavailableException extends MercatoException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public IdentityUnavailableException(String reason) {
        super(
                ErrorKind.RETRYABLE,
                "accounts-unavailable",
                "Accounts cannot be changed just now; try again in a moment");
        this.reason = reason;
    }

    /** For the log. */
    public String reason() {
        return reason;
    }
}
