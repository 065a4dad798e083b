package io.mercato.simulator.machine.application;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who is logged in to an application; ends with it. The oldest leave when there are too many. */
final class Sessions {
    private static final int MOST = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<String> open = new LinkedHashSet<>();

    synchronized String open() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String session = HexFormat.of().formatHex(bytes);
        if (open.size() >= MOST) {
            open.remove(open.iterator().next());
        }
        open.add(session);
        return session;
    }

    synchronized boolean knows(String session) {
        return open.contains(session);
    }

    synchronized void close(String session) {
        open.remove(session);
    }
}
