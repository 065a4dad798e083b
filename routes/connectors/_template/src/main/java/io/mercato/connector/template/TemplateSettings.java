package io.mercato.connector.template;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ticket system is. The time-outs {@code connect-timeout-millis} and {@code request-timeout-millis} stand
 * beside these and are read by the endpoint in {@link TemplateRoutes}.
 *
 * @param endpoint address of its API, without a slash at the end
 * @param token who we are there; never in a log
 * @param queue queue that new tickets are put into
 */
@ConfigurationProperties("mercato.connectors.ticket-template")
public record TemplateSettings(
        @DefaultValue("http://localhost") String endpoint,
        @DefaultValue("") String token,
        @DefaultValue("support") String queue) {

    /** Without the token, so that it may stand in a log. */
    @Override
    public String toString() {
        return "ticket system at " + endpoint + ", queue " + queue;
    }
}
