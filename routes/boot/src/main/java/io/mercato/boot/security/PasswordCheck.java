package io.mercato.boot.security;

import io.mercato.domain.identity.UserDirectory.KeycloakIdentity;
import java.util.Optional;

/** Says who somebody is who knows a password. */
interface PasswordCheck {

    /**
     * Empty when name and password do not belong together, or the account is locked or not set up yet.
     *
     * @throws KeycloakUnavailableException when nobody can tell just now
     */
    Optional<KeycloakIdentity> check(String login, String password);
}
