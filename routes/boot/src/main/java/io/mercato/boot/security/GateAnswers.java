package io.mercato.boot.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.rest.error.ProblemBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/** What the gate says to somebody whom it does not let through, in the one shape of all errors. */
@Component
class GateAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(GateAnswers.class);
    private static final String BASIC = "Basic realm=\"Mercato\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Mercato\"";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String SECONDS_TO_WAIT_FOR_KEYCLOAK = "5";

    private final ObjectMapper json;

    GateAnswers(ObjectMapper json) {
        this.json = json;
    }

    void turnedAway(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyFailuresException tooMany) {
            tooManyFailures(request, response, tooMany);
        } else if (reason instanceof AuthenticationServiceException) {
            LOG.warn("Somebody cannot log in: {}", reason.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT_FOR_KEYCLOAK);
            write(
                    request,
                    response,
                    ErrorKind.RETRYABLE,
                    ErrorHolder.of("login-unavailable", "Nobody can be logged in just now; try again in a moment"));
        } else {
            unauthenticated(request, response, reason);
        }
    }

    void refused(HttpServletRequest request, HttpServletResponse response, MercatoException reason) throws IOException {
        if (reason.kind() == ErrorKind.UNAUTHENTICATED) {
            askForCredentials(response, null);
        }
        write(request, response, ProblemBody.of(reason.kind(), reason.holders()));
    }

    private void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        askForCredentials(response, reason);
        String key = reason instanceof DisabledException ? "demo-users-refused" : "wrong-credentials";
        write(request, response, ErrorKind.UNAUTHENTICATED, ErrorHolder.of(key, words(reason)));
    }

    /** Of a token the library says how it could not be read, which helps nobody. */
    private static String words(AuthenticationException reason) {
        return reason instanceof OAuth2AuthenticationException
                ? "This token is not good, or no longer: log in again"
                : reason.getMessage();
    }

    private static void askForCredentials(HttpServletResponse response, AuthenticationException reason) {
        boolean brokenToken = reason instanceof OAuth2AuthenticationException;
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, brokenToken ? BEARER + ", error=\"invalid_token\"" : BEARER);
    }

    private void tooManyFailures(
            HttpServletRequest request, HttpServletResponse response, TooManyFailuresException reason)
            throws IOException {
        long millis = Math.max(1, reason.getWait().toMillis());
        response.setHeader("X-Rate-Limit-Remaining", "0");
        response.setHeader("X-Rate-Limit-Retry-After-Milliseconds", String.valueOf(millis));
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf((millis + 999) / 1000));
        ErrorHolder holder = new ErrorHolder(
                "too-many-failed-logins-%milliseconds%",
                "Too many failed logins; try again in " + (millis + 999) / 1000 + " s",
                Map.of("milliseconds", String.valueOf(millis)));
        write(request, response, ProblemBody.of(TOO_MANY_REQUESTS, "Too Many Requests", List.of(holder)));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ErrorKind kind, ErrorHolder holder)
            throws IOException {
        write(request, response, ProblemBody.of(kind, List.of(holder)));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemBody problem)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                new ProblemBody(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.detail(),
                        request.getRequestURI(),
                        problem.errorHolders()));
    }
}
