package io.mercato.processors.identity;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Makes the HTTP request of a call, and finds out whether its answer is one. */
@Component
public class IdentityHttp {
    public static final String CALL = "identityCall";
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final IdentityAccess access;
    private final IdentityToken token;

    public IdentityHttp(IdentityAccess access, IdentityToken token) {
        this.access = access;
        this.token = token;
    }

    /** In: variable identityCall. Out: the request, with nothing of the message before it. */
    public void prepare(Exchange exchange) {
        IdentityCall call = exchange.getVariable(CALL, IdentityCall.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, access.adminUri() + call.path());
        message.setHeader(Exchange.HTTP_METHOD, call.method());
        if (!call.query().isEmpty()) {
            message.setHeader(Exchange.HTTP_QUERY, call.query());
        }
        message.setHeader("Authorization", "Bearer " + token.value());
        message.setHeader("Accept", "application/json");
        if (call.body() != null) {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
        message.setBody(call.body() == null ? null : call.body().getBytes(StandardCharsets.UTF_8));
    }

    /** RETRYABLE for what is no answer to the call. */
    public void check(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == UNAUTHORIZED) {
            token.forget();
        }
        if (status == UNAUTHORIZED || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            throw new IdentityUnavailableException(
                    exchange.getVariable(CALL, IdentityCall.class) + " was answered by status " + status);
        }
    }
}
