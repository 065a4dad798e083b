package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.notifier.SubscriptionEmail;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** E-mails that sum up a change of a subscription (behaviour §9). */
@Component
public class ChangeMails {
    private final Mailbox mailbox;
    private final Correspondents correspondents;
    private final Clock clock;

    public ChangeMails(Mailbox mailbox, Correspondents correspondents, Clock clock) {
        this.mailbox = mailbox;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    /** @param subscription as it was before */
    public void changed(Subscription subscription, String plan) {
        send(subscription, plan, false, clock.instant());
    }

    /** It is changed when its period ends. */
    public void deferred(Subscription subscription, String plan) {
        send(subscription, plan, true, subscription.end());
    }

    private void send(Subscription subscription, String plan, boolean deferred, Instant from) {
        mailbox.send(
                new SubscriptionEmail.Upgraded(
                        subscription.name(),
                        subscription.productName(),
                        subscription.planName(),
                        plan,
                        deferred,
                        from,
                        correspondents.link(subscription.aggregate())),
                correspondents.user(subscription.buyerId()),
                subscription.aggregate());
    }
}
