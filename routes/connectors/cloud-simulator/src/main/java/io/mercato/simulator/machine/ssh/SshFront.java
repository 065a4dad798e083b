package io.mercato.simulator.machine.ssh;

import io.mercato.simulator.machine.Machine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SSH on all machines' addresses: one server, whose sessions find their machine by the address that they came to. Only
 * public keys are let in. No forwarding, no agent: a machine can't be used to reach anything else.
 */
public final class SshFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SshFront.class);
    private static final int MOST_SHELLS = 256;

    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final ManyAddresses server;
    private final ExecutorService shells;
    private final int port;

    /** An SSH server that listens on any number of addresses. */
    private static final class ManyAddresses extends SshServer {
        void bind(SocketAddress address) throws IOException {
            acceptor.bind(address);
        }

        void unbind(SocketAddress address) {
            acceptor.unbind(address);
        }

        /** Starting binds one address; nobody is to use it. */
        void startSilently() throws IOException {
            setHost("127.0.0.1");
            start();
            acceptor.unbind();
        }
    }

    public SshFront(int port) throws IOException {
        this.port = port;
        this.shells = new ThreadPoolExecutor(
                0, MOST_SHELLS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), SshFront::daemon);
        this.server =
                (ManyAddresses) new ServerBuilder().factory(ManyAddresses::new).build();
        configure();
        server.startSilently();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "machine-shell");
        thread.setDaemon(true);
        return thread;
    }

    private void configure() {
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(30));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(30));
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "OpenSSH_9.2p1 Debian (simulated)");
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(this::admits);
        server.setKeyPairProvider(this::hostKeys);
        server.setShellFactory(channel -> new ShellChannel(machine(channel.getSession()), null, shells));
        server.setCommandFactory(
                (channel, command) -> new ShellChannel(machine(channel.getSession()), command, shells));
        server.setFileSystemFactory(new MachineFileSystems(this::machine));
        server.setSubsystemFactories(List.of(MachineFileSystems.sftp(this::machine)));
    }

    /** Lets the machine answer on the address; closing the result ends that, and every session on it. */
    public AutoCloseable open(String address, Machine machine) throws IOException {
        InetSocketAddress socket = new InetSocketAddress(address, port);
        if (machines.putIfAbsent(address, machine) != null) {
            throw new IOException(address + " is another machine's");
        }
        try {
            server.bind(socket);
        } catch (IOException | RuntimeException broken) {
            machines.remove(address);
            throw broken;
        }
        return () -> {
            server.unbind(socket);
            machines.remove(address);
            server.getActiveSessions().stream()
                    .filter(session -> address.equals(localAddress(session)))
                    .forEach(session -> session.close(true));
        };
    }

    private Machine machine(SessionContext session) {
        Machine machine = machines.get(localAddress(session));
        if (machine == null) {
            throw new IllegalStateException("the machine is gone");
        }
        return machine;
    }

    private static String localAddress(SessionContext session) {
        return ((InetSocketAddress) session.getLocalAddress()).getAddress().getHostAddress();
    }

    private Iterable<KeyPair> hostKeys(SessionContext session) {
        return session == null ? List.of() : List.of(machine(session).hostKey());
    }

    private boolean admits(String user, PublicKey key, ServerSession session) {
        Machine machine = machines.get(localAddress(session));
        if (machine == null || !machine.user().equals(user)) {
            return false;
        }
        try {
            return AuthorizedKeys.of(machine).contains(key);
        } catch (IOException broken) {
            LOG.warn("machine {}: its keys can't be read: {}", machine.plan().id(), broken.toString());
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
        shells.shutdownNow();
    }
}
