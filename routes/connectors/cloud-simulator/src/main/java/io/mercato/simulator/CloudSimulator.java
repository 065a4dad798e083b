package io.mercato.simulator;

import io.mercato.simulator.api.Discovery;
import io.mercato.simulator.api.cinder.Cinder;
import io.mercato.simulator.api.control.Control;
import io.mercato.simulator.api.glance.Glance;
import io.mercato.simulator.api.keystone.Accounts;
import io.mercato.simulator.api.keystone.Accounts.Account;
import io.mercato.simulator.api.keystone.Keystone;
import io.mercato.simulator.api.keystone.Tokens;
import io.mercato.simulator.api.neutron.Neutron;
import io.mercato.simulator.api.nova.Nova;
import io.mercato.simulator.cloud.AddressPool;
import io.mercato.simulator.cloud.Networks;
import io.mercato.simulator.cloud.Seeds;
import io.mercato.simulator.cloud.Servers;
import io.mercato.simulator.cloud.Volumes;
import io.mercato.simulator.cloud.Work;
import io.mercato.simulator.http.Faults;
import io.mercato.simulator.http.HttpFront;
import io.mercato.simulator.http.Router;
import io.mercato.simulator.machine.Disks;
import io.mercato.simulator.machine.Machines;
import io.mercato.simulator.state.CloudState;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cloud on this host. Also a program: see {@link SettingsReader#help()}. */
public final class CloudSimulator implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final SimulatorSettings settings;
    private HttpFront front;

    private CloudSimulator(SimulatorSettings settings) {
        this.settings = settings;
    }

    /** Starts a cloud in this process; it answers when this returns. */
    public static CloudSimulator start(SimulatorSettings settings) throws IOException {
        CloudSimulator simulator = new CloudSimulator(settings);
        try {
            simulator.open();
            return simulator;
        } catch (IOException | RuntimeException broken) {
            simulator.close();
            throw broken;
        }
    }

    private void open() throws IOException {
        lock(directory(settings.data()));
        Clock clock = Clock.systemUTC();
        CloudState state = part(CloudState.open(settings.data().resolve("state")));
        Accounts accounts = new Accounts(settings.password());
        Tokens tokens = new Tokens(settings.data(), accounts, state.revoked, settings.tokenLifetime(), clock);
        AddressPool pool = new AddressPool(settings.addressRange());
        Networks networks = new Networks(state, pool);
        plant(state, pool, accounts);
        Disks disks = new Disks(settings.data());
        Machines machines = part(new Machines(disks, settings.sshPort(), settings.exporterPort()));
        Work work = part(new Work(clock));
        Volumes volumes = new Volumes(state, disks, work, settings.actionTime());
        Servers servers = new Servers(state, machines, networks, volumes, disks, work, settings);

        Router router = new Router();
        Faults faults = new Faults(settings.latency(), settings.failRate());
        Discovery.register(router);
        new Keystone(accounts, tokens).register(router);
        Nova.register(router, state, servers, networks, volumes, settings);
        Neutron.register(router, state, networks, servers);
        Glance.register(router);
        new Cinder(state, volumes).register(router);
        new Control(state, machines, networks, volumes, faults, router).register();

        InetSocketAddress address = new InetSocketAddress(settings.bind(), settings.port());
        front = part(new HttpFront(address, router, faults, tokens::identity, state::sync));
        servers.resume();
        front.start();
    }

    private static void plant(CloudState state, AddressPool pool, Accounts accounts) {
        String admin = accounts.project("admin").orElseThrow().id();
        new Seeds(state, pool)
                .plant(accounts.projects().stream().map(Account::id).toList(), admin);
        state.sync();
    }

    private static Path directory(Path data) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        return data;
    }

    /** Two programs on one directory would ruin it. The lock goes with the process, however it ends. */
    private void lock(Path data) throws IOException {
        FileChannel channel =
                part(FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new IOException(data + " is in use by another cloud simulator");
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    /** The API's port. */
    public int port() {
        return front.port();
    }

    /** Keystone's address, which is all that a client has to know. */
    public String identityUrl() {
        return "http://" + settings.bind() + ":" + port() + "/identity/v3";
    }

    /** Stops answering, API and machines; what is under way goes on at the next start. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception broken) {
                LoggerFactory.getLogger(CloudSimulator.class).warn("a part does not close: {}", broken.toString());
            }
        }
    }

    /** The program. Exit code 2 for wrong settings, 1 when the start fails. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "logback-simulator.xml");
        }
        Logger log = LoggerFactory.getLogger(CloudSimulator.class);
        if (Arrays.asList(arguments).contains("--help")) {
            log.info("{}", SettingsReader.help());
            return;
        }
        try {
            CloudSimulator simulator = start(SettingsReader.read(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
            log.info("cloud simulator ready at {}", simulator.identityUrl());
        } catch (IllegalArgumentException wrong) {
            log.error("{}", wrong.getMessage());
            System.exit(2);
        } catch (IOException | RuntimeException broken) {
            log.error("the cloud simulator does not start", broken);
            System.exit(1);
        }
    }
}
