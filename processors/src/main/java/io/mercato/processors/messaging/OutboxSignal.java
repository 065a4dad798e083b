package io.mercato.processors.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Wakes a module's relay in this process as soon as a transaction with messages is committed. A signal that is lost
 * costs nothing but time: the relay looks by itself, too.
 */
@Component
public class OutboxSignal {
    private final Map<String, Runnable> relays = new ConcurrentHashMap<>();

    public void onWake(String module, Runnable relay) {
        relays.put(module, relay);
    }

    public void wake(String module) {
        Runnable relay = relays.get(module);
        if (relay != null) {
            relay.run();
        }
    }
}
