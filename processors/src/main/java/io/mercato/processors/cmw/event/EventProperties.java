package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.BackOff;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events reach their endpoints.
 *
 * @param platformEndpoints endpoints of the platform's own integrations, told of every event
 * @param connectTimeout how long an endpoint may take to accept a connection
 * @param responseTimeout how long it may be silent before it answers
 * @param firstRetry wait after the first failure
 * @param retryFactor how much longer each further wait is
 * @param longestRetry longest wait
 * @param workers deliveries side by side in one process
 * @param perEndpoint deliveries to one endpoint side by side, so that a slow one leaves room for the others
 * @param period how often due deliveries are looked for when nothing wakes the sender
 * @param allowPrivateAddresses whether endpoints on loopback, link-local and private addresses are called; false for a
 *     platform whose vendors are strangers: they could reach the platform's own network otherwise
 * @param keep how long delivered events are kept
 */
@ConfigurationProperties("mercato.cmw.events")
public record EventProperties(
        @DefaultValue List<PlatformEndpoint> platformEndpoints,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("2") double retryFactor,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("8") int workers,
        @DefaultValue("4") int perEndpoint,
        @DefaultValue("1s") Duration period,
        @DefaultValue("true") boolean allowPrivateAddresses,
        @DefaultValue("30d") Duration keep) {

    public EventProperties {
        if (workers < 1 || perEndpoint < 1) {
            throw new IllegalArgumentException("mercato.cmw.events: workers and per-endpoint must be 1 or more");
        }
    }

    public BackOff backOff() {
        return new BackOff(firstRetry, retryFactor, longestRetry);
    }

    /** How long a claim holds: longer than a delivery can wait for a worker and for its endpoint. */
    public Duration lease() {
        return connectTimeout.plus(responseTimeout).multipliedBy(3).plusSeconds(10);
    }

    /**
     * @param url http or https address
     * @param secret key of the signature; empty for none
     */
    public record PlatformEndpoint(
            String url, @DefaultValue("") String secret) {

        /** Without the secret: settings end in logs. */
        @Override
        public String toString() {
            return "PlatformEndpoint[" + url + "]";
        }
    }
}
