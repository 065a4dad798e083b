package io.mercato.simulator.machine;

import io.mercato.simulator.machine.application.Application;
import io.mercato.simulator.machine.exporter.Exporter;
import io.mercato.simulator.machine.ssh.SshFront;
import io.mercato.simulator.machine.web.WebFront;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine: what it answers with, while it is up. */
public final class Machine {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final Disks disks;
    private final SshFront ssh;
    private final WebFront web;
    private final int exporterPort;
    private final Map<String, List<AutoCloseable>> open = new HashMap<>();
    private final Map<String, AutoCloseable> serving = new HashMap<>();
    private volatile MachinePlan plan;
    private Optional<Application> application = Optional.empty();
    private KeyPair hostKey;

    Machine(MachinePlan plan, Disks disks, SshFront ssh, WebFront web, int exporterPort) {
        this.plan = plan;
        this.disks = disks;
        this.ssh = ssh;
        this.web = web;
        this.exporterPort = exporterPort;
    }

    public MachinePlan plan() {
        return plan;
    }

    public Confined files() {
        return new Confined(disks.root(plan.id()));
    }

    public String user() {
        return plan.image().user();
    }

    /** The name in /etc/hostname. */
    public String hostname() {
        try {
            return Files.readString(files().real("/etc/hostname"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException gone) {
            LOG.debug("machine {} has no host name: {}", plan.id(), gone.toString());
            return "localhost";
        }
    }

    public synchronized KeyPair hostKey() {
        if (hostKey == null) {
            hostKey = HostKey.of(disks.machine(plan.id()));
        }
        return hostKey;
    }

    /** Makes the machine what the plan says: opens and closes what it answers on. */
    synchronized void apply(MachinePlan next) {
        plan = next;
        List.copyOf(open.keySet()).stream()
                .filter(address -> !next.up() || !next.addresses().contains(address))
                .forEach(this::close);
        if (!next.up()) {
            application = Optional.empty();
            return;
        }
        try {
            FirstBoot.run(next, disks.machine(next.id()));
            for (String address : next.addresses()) {
                if (!open.containsKey(address)) {
                    open(address);
                }
            }
            refreshApplication();
        } catch (IOException | RuntimeException broken) {
            LOG.error("machine {} does not boot", next.id(), broken);
        }
    }

    /** The application comes and goes with its data disk, and answers on all addresses. */
    private void refreshApplication() throws IOException {
        Optional<Application> wanted = Application.of(this);
        if (wanted.isPresent() != application.isPresent()) {
            application = wanted;
            serving.values().forEach(this::closeQuietly);
            serving.clear();
        }
        if (application.isPresent()) {
            for (String address : open.keySet()) {
                if (!serving.containsKey(address)) {
                    serving.put(address, web.open(address, application.get().port(), application.get()));
                }
            }
        }
    }

    private void open(String address) throws IOException {
        List<AutoCloseable> listeners = new ArrayList<>();
        open.put(address, listeners);
        listeners.add(ssh.open(address, this));
        listeners.add(web.open(address, exporterPort, new Exporter(this)));
        LOG.info("machine {} ({}) answers at {}", plan.id(), plan.name(), address);
    }

    private void close(String address) {
        open.remove(address).forEach(this::closeQuietly);
        AutoCloseable site = serving.remove(address);
        if (site != null) {
            closeQuietly(site);
        }
        LOG.info("machine {} ({}) is silent at {}", plan.id(), plan.name(), address);
    }

    private void closeQuietly(AutoCloseable listener) {
        try {
            listener.close();
        } catch (Exception broken) {
            LOG.warn("machine {}: a listener does not close: {}", plan.id(), broken.toString());
        }
    }

    /** Whether a disk is attached at that directory: it can be emptied, but not removed or renamed. */
    public boolean isMountPoint(Path real) {
        return plan.disks().stream().anyMatch(disk -> diskOf(disk).equals(real));
    }

    public Path diskOf(MachinePlan.Disk disk) {
        return disks.root(plan.id()).resolve(Disks.mountPoint(disk.device()).substring(1));
    }
}
