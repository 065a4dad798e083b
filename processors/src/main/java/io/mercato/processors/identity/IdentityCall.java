package io.mercato.processors.identity;

/**
 * A call to the identity provider's administration.
 *
 * @param path below the realm
 * @param query empty for none
 * @param body JSON; null for none
 */
public record IdentityCall(String method, String path, String query, String body) {

    /** Without its body, which may hold a password. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
