package io.mercato.boot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web server listens before the routes are there that answer, and after they are gone. Who calls then is to come
 * again: without this he would be told that there is nothing at this address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UntilStarted extends OncePerRequestFilter {
    private static final String API = "/api/";
    private static final String SECONDS_TO_WAIT = "1";

    private final ObjectProvider<CamelContext> camel;

    UntilStarted(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CamelContext context = camel.getIfAvailable();
        if (context == null || context.isStarted()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }
}
