package io.mercato.connector.openstack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the connector speaks to clouds, whichever they are; what differs from cloud to cloud stands in the account.
 *
 * @param connectTimeout longest wait for a connection, as {@code 5s}
 * @param requestTimeout longest wait for an answer, as {@code 30s}
 * @param connectionsPerCloud connections that are kept open to one service of a cloud
 * @param maxSessions accounts whose tokens and connections are kept
 * @param sessionIdle how long the token of an account that nobody uses is kept
 * @param lookupLifetime how long the ids of flavors, images and networks are remembered
 * @param pageSize how many resources are listed at once
 */
@ConfigurationProperties("mercato.openstack")
public record OpenStackSettings(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration requestTimeout,
        @DefaultValue("50") int connectionsPerCloud,
        @DefaultValue("100") int maxSessions,
        @DefaultValue("1h") Duration sessionIdle,
        @DefaultValue("5m") Duration lookupLifetime,
        @DefaultValue("200") int pageSize) {

    /** What holds when nothing is configured. */
    public static OpenStackSettings defaults() {
        return new OpenStackSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                50,
                100,
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                200);
    }
}
