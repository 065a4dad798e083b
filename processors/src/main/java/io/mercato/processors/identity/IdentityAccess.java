package io.mercato.processors.identity;

/**
 * The way to the administration of the identity provider, by a client that may manage users and nothing else.
 *
 * @param adminUri as {@code http://localhost:8081/admin/realms/mercato}
 */
public record IdentityAccess(String adminUri, String tokenUri, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "IdentityAccess[" + adminUri + "]";
    }
}
