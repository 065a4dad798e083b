package io.mercato.boot.keycloak;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which Keycloak knows the users.
 *
 * @param embedded whether the platform runs its own Keycloak
 * @param port port of our own Keycloak on 127.0.0.1
 * @param managementPort port on 127.0.0.1 where our own Keycloak says whether it is ready
 * @param distribution folder of the unpacked distribution that our own Keycloak is made of
 * @param startLimit how long our own Keycloak may take to be ready
 * @param heap largest heap of our own Keycloak
 * @param webUrl where the web applications live, to which a login may return
 * @param mailFrom sender of the mails about passwords and registration
 * @param issuerUri realm of another Keycloak, as it stands in its tokens
 * @param jwkSetUri keys of another Keycloak, when not at the usual place below the issuer
 * @param tokenUri token endpoint of another Keycloak, when not at the usual place below the issuer
 * @param clientId client by which passwords are checked
 * @param clientSecret that client's secret at another Keycloak
 * @param audience what must stand in a token's audience
 * @param connectTimeout how long a connection to Keycloak may take
 * @param readTimeout how long an answer of Keycloak may take
 */
@ConfigurationProperties("mercato.identity.keycloak")
public record KeycloakProperties(
        boolean embedded,
        int port,
        int managementPort,
        Path distribution,
        Duration startLimit,
        String heap,
        String webUrl,
        String mailFrom,
        String issuerUri,
        String jwkSetUri,
        String tokenUri,
        String clientId,
        String clientSecret,
        String audience,
        Duration connectTimeout,
        Duration readTimeout) {

    @Override
    public String toString() {
        return "KeycloakProperties[embedded=" + embedded + ", port=" + port + ", issuerUri=" + issuerUri + "]";
    }
}
