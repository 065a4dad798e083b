package io.mercato.boot.keycloak;

/** The way to the Keycloak that knows the users. */
public record KeycloakAccess(
        String issuerUri, String jwkSetUri, String tokenUri, String clientId, String clientSecret) {
    private static final String PROTOCOL = "/protocol/openid-connect";

    /** The usual addresses below a realm, unless the settings name others. */
    static KeycloakAccess of(KeycloakProperties settings, String issuer, String inside, String secret) {
        return new KeycloakAccess(
                issuer,
                orElse(settings.jwkSetUri(), inside + PROTOCOL + "/certs"),
                orElse(settings.tokenUri(), inside + PROTOCOL + "/token"),
                settings.clientId(),
                secret);
    }

    private static String orElse(String set, String usual) {
        return set == null || set.isBlank() ? usual : set;
    }

    @Override
    public String toString() {
        return "KeycloakAccess[" + issuerUri + "]";
    }
}
