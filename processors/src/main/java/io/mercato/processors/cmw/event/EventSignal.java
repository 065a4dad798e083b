package io.mercato.processors.cmw.event;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the sender of this process as soon as events are committed. A signal that is lost costs nothing but time: the
 * sender looks by itself, too.
 */
@Component
public class EventSignal {
    private volatile Runnable sender = () -> {};

    public void onWake(Runnable wake) {
        sender = wake;
    }

    /** Once for each transaction, after its commit. */
    void wakeAfterCommit() {
        if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Wake.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new Wake(this));
        }
    }

    private record Wake(EventSignal signal) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            signal.sender.run();
        }
    }
}
