package io.mercato.simulator.machine.web;

import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/** The connections of all sites: those that a client keeps open must end with the site, too. */
final class OpenConnections implements IOSessionListener {
    private final Set<IOSession> sessions = ConcurrentHashMap.newKeySet();

    void closeAt(SocketAddress address) {
        sessions.stream()
                .filter(session -> address.equals(session.getLocalAddress()))
                .forEach(session -> session.close(CloseMode.IMMEDIATE));
    }

    @Override
    public void connected(IOSession session) {
        sessions.add(session);
    }

    @Override
    public void disconnected(IOSession session) {
        sessions.remove(session);
    }

    @Override
    public void startTls(IOSession session) {}

    @Override
    public void inputReady(IOSession session) {}

    @Override
    public void outputReady(IOSession session) {}

    @Override
    public void timeout(IOSession session) {}

    @Override
    public void exception(IOSession session, Exception failure) {}
}
