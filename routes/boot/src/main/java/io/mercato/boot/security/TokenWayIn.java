package io.mercato.boot.security;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.UserDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** The platform's own token, from {@code POST /login}. */
@Component
@Order(1)
class TokenWayIn implements WayIn {
    static final String HEADER = "CMW-Auth-Token";

    private final UserDirectory users;

    TokenWayIn(UserDirectory users) {
        this.users = users;
    }

    @Override
    public Optional<Principal> enter(HttpServletRequest request) {
        String token = request.getHeader(HEADER);
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        Optional<Principal> owner = users.byToken(token.strip());
        if (owner.isEmpty()) {
            throw new BadCredentialsException("The token is not known or no longer valid");
        }
        return owner;
    }
}
