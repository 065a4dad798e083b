package io.mercato.simulator.state;

import java.io.IOException;
import java.nio.file.Path;

/** All that the cloud knows, durable. */
public final class CloudState implements AutoCloseable {
    private final Journal journal;
    public final Table<Server> servers;
    public final Table<Volume> volumes;
    public final Table<KeyPair> keyPairs;
    public final Table<NetResource> networks;
    public final Table<NetResource> subnets;
    public final Table<NetResource> ports;
    public final Table<NetResource> routers;
    public final Table<NetResource> securityGroups;
    public final Table<NetResource> securityGroupRules;
    public final Table<NetResource> floatingIps;
    /** Failed creations of the flavour fail-twice, by project and server name. */
    public final Table<Counter> failures;
    /** Tokens that were revoked. */
    public final Table<Counter> revoked;

    private CloudState(Journal journal) {
        this.journal = journal;
        servers = new Table<>(journal, "server", Server.class);
        volumes = new Table<>(journal, "volume", Volume.class);
        keyPairs = new Table<>(journal, "keypair", KeyPair.class);
        networks = new Table<>(journal, "network", NetResource.class);
        subnets = new Table<>(journal, "subnet", NetResource.class);
        ports = new Table<>(journal, "port", NetResource.class);
        routers = new Table<>(journal, "router", NetResource.class);
        securityGroups = new Table<>(journal, "security-group", NetResource.class);
        securityGroupRules = new Table<>(journal, "security-group-rule", NetResource.class);
        floatingIps = new Table<>(journal, "floating-ip", NetResource.class);
        failures = new Table<>(journal, "failure", Counter.class);
        revoked = new Table<>(journal, "revoked", Counter.class);
    }

    public static CloudState open(Path directory) throws IOException {
        return new CloudState(Journal.open(directory.resolve("journal.tsv")));
    }

    /** Returns when every change so far is on the disk. */
    public void sync() {
        journal.sync();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
