package io.mercato.boot.security;

import io.mercato.domain.identity.UserDirectory.KeycloakIdentity;
import java.util.Map;

/** Reads out of a token's claims who somebody is. */
final class KeycloakIdentities {

    private KeycloakIdentities() {}

    static KeycloakIdentity of(Map<String, Object> claims) {
        return new KeycloakIdentity(
                text(claims, "sub"),
                text(claims, "preferred_username"),
                text(claims, "email"),
                Boolean.TRUE.equals(claims.get("email_verified")),
                text(claims, "given_name"),
                text(claims, "family_name"));
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : "";
    }
}
