package io.mercato.processors.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the module that makes and removes accounts.
 *
 * @param clientId client at the identity provider that may manage users
 * @param clientSecret its secret at another Keycloak than our own
 * @param adminUri administration of another Keycloak's realm, when not at the usual place beside the issuer
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long an answer may take
 * @param attempts how often a call that somebody waits for is tried
 * @param retryDelay how long it waits before it is tried again
 */
@ConfigurationProperties("mercato.identity.accounts")
public record IdentityProperties(
        @DefaultValue("mercato-identity") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String adminUri,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration responseTimeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("300ms") Duration retryDelay) {

    @Override
    public String toString() {
        return "IdentityProperties[clientId=" + clientId + "]";
    }
}
