package io.mercato.boot.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Keycloak cannot say who somebody is: it is down, too slow, or answers what it should not. */
class KeycloakUnavailableException extends AuthenticationServiceException {
    private static final long serialVersionUID = 1L;

    KeycloakUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
