package io.mercato.boot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its id, the caller's own when it looks sane, in the answer, in every line of the log (key {@code
 * requestId}) and, as {@code CMW-Response-Time-MS}, the time that the answer took.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTrace extends OncePerRequestFilter {
    static final String ID = "CMW-Request-Id";
    static final String TIME = "CMW-Response-Time-MS";
    static final String LOG_KEY = "requestId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(ID);
        String id = given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        response.setHeader(ID, id);
        TimedResponse timed = new TimedResponse(response, TIME);
        MDC.put(LOG_KEY, id);
        try {
            chain.doFilter(request, timed);
        } finally {
            MDC.remove(LOG_KEY);
            if (!request.isAsyncStarted()) {
                timed.stamp();
            }
        }
    }
}
