package io.mercato.domain.identity;

import java.time.Instant;
import java.util.Optional;

/** Where the gate finds the platform's user for somebody whom Keycloak, or a token of ours, vouches for. */
public interface UserDirectory {

    /** The enabled user with this user name or e-mail address (any case). */
    Optional<Principal> byLogin(String userNameOrEmail);

    Optional<Principal> byToken(String token);

    /**
     * The user joined to this Keycloak id; at first login the user with this e-mail is joined to it, and a customer is
     * made where there is none (behaviour §2).
     */
    Principal byKeycloak(KeycloakIdentity identity);

    /**
     * The user joined to this Keycloak id, for a password that was found right some time ago. Empty when that says nothing
     * any more: his password was changed since, he may not come in, or he is gone.
     *
     * @param asked when Keycloak was asked about the password
     */
    Optional<Principal> byPasswordCheckedBefore(String keycloakId, Instant asked);

    /** Makes a token for {@code POST /login}; a permanent one ends the one before it. Returns the token itself, kept hashed. */
    String issueToken(int userId, boolean expires);

    void revokeTokens(int userId);

    /** What Keycloak says about somebody. */
    record KeycloakIdentity(
            String keycloakId,
            String userName,
            String email,
            boolean emailVerified,
            String firstName,
            String lastName) {}
}
