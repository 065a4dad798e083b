package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.subscription.DeployerCommands;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.Subscription.PendingOperation;
import io.mercato.domain.cmw.subscription.SubscriptionEffect;
import io.mercato.processors.messaging.Outbox;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Asks for a machine to be built, stopped, started or given back. What runs on no machine of the platform's is its
 * vendor's to do, whom the event of the transition has told.
 */
@Component
public class DeployerRequests {
    private final SubscriptionStore subscriptions;
    private final Outbox outbox;

    public DeployerRequests(SubscriptionStore subscriptions, @Qualifier("cmwOutbox") Outbox outbox) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
    }

    /** @param keepDataDisk null for no */
    public void request(Subscription subscription, SubscriptionEffect effect, Boolean keepDataDisk) {
        if (!subscription.runsOnMachine()) {
            return;
        }
        outbox.append(DeployerCommands.of(subscription, effect, Boolean.TRUE.equals(keepDataDisk)));
        if (effect == SubscriptionEffect.STOP) {
            subscriptions.pending(subscription.id(), PendingOperation.STOP);
        } else if (effect == SubscriptionEffect.START) {
            subscriptions.pending(subscription.id(), PendingOperation.START);
        }
    }
}
