package io.mercato.domain.deployer;

/** What a deployment remembers of the cloud, each by the id that the cloud gave it. */
public enum CloudThing {
    FLAVOR,
    IMAGE,
    NETWORK,
    KEY,
    FIREWALL,
    SERVER,
    VOLUME
}
