package io.mercato.boot.security;

import io.mercato.domain.identity.Principal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One of the ways in: recognises what it is meant for, and nothing else. */
interface WayIn {

    /**
     * Empty when the request does not come this way.
     *
     * @throws org.springframework.security.core.AuthenticationException when it does, and is not let in
     */
    Optional<Principal> enter(HttpServletRequest request);
}
