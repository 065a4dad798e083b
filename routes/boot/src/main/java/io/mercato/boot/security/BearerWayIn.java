package io.mercato.boot.security;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.identity.UserDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/**
 * A token of Keycloak. A person's role is the platform's business and comes from its directory. A module of the platform
 * comes with the realm role {@code service} by its client's service account: it acts as an administrator without being
 * a user.
 */
@Component
@Order(3)
class BearerWayIn implements WayIn {
    private static final String SERVICE_ROLE = "service";
    private static final String SERVICE_USER = "service-account-";

    private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();
    private final JwtDecoder decoder;
    private final UserDirectory users;

    BearerWayIn(JwtDecoder decoder, UserDirectory users) {
        this.decoder = decoder;
        this.users = users;
    }

    @Override
    public Optional<Principal> enter(HttpServletRequest request) {
        String token = tokens.resolve(request);
        if (token == null) {
            return Optional.empty();
        }
        Jwt jwt = decode(token);
        return Optional.of(isModule(jwt) ? module(jwt) : users.byKeycloak(KeycloakIdentities.of(jwt.getClaims())));
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid, or no longer", e);
        } catch (JwtException e) {
            throw new KeycloakUnavailableException("Keycloak's keys cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isModule(Jwt jwt) {
        return jwt.getClaim("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> roles
                && roles.contains(SERVICE_ROLE)
                && (SERVICE_USER + jwt.getClaimAsString("azp")).equals(jwt.getClaimAsString("preferred_username"));
    }

    private static Principal module(Jwt jwt) {
        String client = jwt.getClaimAsString("azp");
        return new Principal(0, client, "", client, "en", Role.ADMIN, null, null);
    }
}
