package io.mercato.domain.cloud;

/** What a deployment can own in a cloud. */
public enum ResourceKind {
    SERVER,
    VOLUME,
    KEY,
    FIREWALL,
    NETWORK
}
