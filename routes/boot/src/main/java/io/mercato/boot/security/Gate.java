package io.mercato.boot.security;

import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls. Who brings nothing stays anonymous, and each operation decides whether that will do; who brings
 * something wrong is turned away here.
 */
class Gate extends OncePerRequestFilter {
    private final List<WayIn> ways;
    private final ActingForAnother acting;
    private final DemoUsers demoUsers;
    private final GateAnswers answers;

    Gate(List<WayIn> ways, ActingForAnother acting, DemoUsers demoUsers, GateAnswers answers) {
        this.ways = List.copyOf(ways);
        this.acting = acting;
        this.demoUsers = demoUsers;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            identify(request);
        } catch (AuthenticationException e) {
            answers.turnedAway(request, response, e);
            return;
        } catch (MercatoException e) {
            answers.refused(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private void identify(HttpServletRequest request) {
        Principal caller = Principal.ANONYMOUS;
        for (WayIn way : ways) {
            Optional<Principal> entered = way.enter(request);
            if (entered.isPresent()) {
                caller = entered.get();
                break;
            }
        }
        demoUsers.check(caller);
        Principal acted = acting.apply(request, caller);
        if (!acted.isAnonymous()) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new MercatoAuthentication(acted));
            SecurityContextHolder.setContext(context);
        }
    }
}
