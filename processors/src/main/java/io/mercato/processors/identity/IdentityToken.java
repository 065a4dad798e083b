package io.mercato.processors.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.processors.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The module's own token at the identity provider, kept until shortly before its end. */
@Component
public class IdentityToken {
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final IdentityAccess access;
    private final Json json;
    private final Clock clock;
    private volatile Kept kept = new Kept("", Instant.MIN);

    public IdentityToken(IdentityAccess access, Json json, Clock clock) {
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    public boolean isMissing() {
        return !clock.instant().isBefore(kept.until());
    }

    public void forget() {
        kept = new Kept("", Instant.MIN);
    }

    String value() {
        return kept.value();
    }

    /** Out: the request for a token. */
    public void prepare(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, access.tokenUri());
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        String form = "grant_type=client_credentials&client_id=" + encoded(access.clientId()) + "&client_secret="
                + encoded(access.clientSecret());
        message.setBody(form.getBytes(StandardCharsets.UTF_8));
    }

    /** In: the answer to it. */
    public void keep(Exchange exchange) {
        IdentityAnswer answer = IdentityAnswer.of(exchange);
        if (answer.status() != 200) {
            throw new IdentityUnavailableException("The identity provider refuses the platform itself: " + answer);
        }
        TokenAnswer token = json.read(answer.body(), TokenAnswer.class);
        kept = new Kept(
                token.accessToken(),
                clock.instant().plusSeconds(token.expiresIn()).minus(EARLY));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private record Kept(String value, Instant until) {}

    private record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
