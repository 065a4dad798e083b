package io.mercato.simulator.machine;

import io.mercato.simulator.machine.ssh.SshFront;
import io.mercato.simulator.machine.web.WebFront;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All machines, and the few threads that they share. */
public final class Machines implements AutoCloseable {
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final Disks disks;
    private final SshFront ssh;
    private final WebFront web;
    private final int exporterPort;

    public Machines(Disks disks, int sshPort, int exporterPort) throws IOException {
        this.disks = disks;
        this.exporterPort = exporterPort;
        this.ssh = new SshFront(sshPort);
        this.web = new WebFront();
    }

    public void apply(MachinePlan plan) {
        machines.computeIfAbsent(plan.id(), id -> new Machine(plan, disks, ssh, web, exporterPort))
                .apply(plan);
    }

    public Optional<Machine> find(String serverId) {
        return Optional.ofNullable(machines.get(serverId));
    }

    /** Forgets a machine that is down for good. */
    public void forget(String serverId) {
        machines.remove(serverId);
    }

    @Override
    public void close() throws IOException {
        ssh.close();
        web.close();
    }
}
