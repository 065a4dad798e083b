package io.mercato.boot.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody guesses passwords. */
class TooManyFailuresException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyFailuresException(Duration wait) {
        super("Too many failed logins");
        this.wait = wait;
    }

    Duration getWait() {
        return wait;
    }
}
