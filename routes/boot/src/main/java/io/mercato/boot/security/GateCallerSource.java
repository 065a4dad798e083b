package io.mercato.boot.security;

import io.mercato.domain.identity.Principal;
import io.mercato.rest.CallerSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the REST face whom the gate let in. */
@Component
class GateCallerSource implements CallerSource {

    @Override
    public Principal current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof MercatoAuthentication let
                ? let.getPrincipal()
                : Principal.ANONYMOUS;
    }
}
