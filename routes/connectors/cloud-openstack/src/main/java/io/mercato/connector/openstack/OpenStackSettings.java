package io.mercato.connector.openstack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the connector speaks to clouds, whichever they are; what differs from cloud to cloud stands in the account.
 *
 * @param connectTimeoutMillis longest wait for a connection; a number, for Camel reads it too
 * @param requestTimeoutMillis longest wait for an answer
 * @param connectionsPerCloud connections that are kept open to one service of a cloud
 * @param maxSessions accounts whose tokens and connections are kept
 * @param sessionIdle how long the token of an account that nobody uses is kept
 * @param lookupLifetime how long the ids of flavors, images and networks are remembered
 * @param pageSize how many resources are listed at once
 */
@ConfigurationProperties("mercato.openstack")
public record OpenStackSettings(
        @DefaultValue("5000") long connectTimeoutMillis,
        @DefaultValue("30000") long requestTimeoutMillis,
        @DefaultValue("50") int connectionsPerCloud,
        @DefaultValue("100") int maxSessions,
        @DefaultValue("1h") Duration sessionIdle,
        @DefaultValue("5m") Duration lookupLifetime,
        @DefaultValue("200") int pageSize) {}
