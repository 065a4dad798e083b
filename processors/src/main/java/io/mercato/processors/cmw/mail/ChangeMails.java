package io.mercato.processors.cmw.mail;

import io.mercato.domain.cmw.subscription.ExtrasChange;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.notifier.ResourcePage;
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
        plan(subscription, plan, false, clock.instant());
    }

    /** It is changed when its period ends. */
    public void deferred(Subscription subscription, String plan) {
        plan(subscription, plan, true, subscription.end());
    }

    public void changed(Subscription subscription, ExtrasChange change) {
        quantities(subscription, change, false, clock.instant());
    }

    /** As above. */
    public void deferred(Subscription subscription, ExtrasChange change) {
        quantities(subscription, change, true, subscription.end());
    }

    private void plan(Subscription subscription, String plan, boolean deferred, Instant from) {
        send(
                subscription,
                new SubscriptionEmail.Upgraded(
                        subscription.name(),
                        subscription.productName(),
                        subscription.planName(),
                        plan,
                        deferred,
                        from,
                        page(subscription)));
    }

    private void quantities(Subscription subscription, ExtrasChange change, boolean deferred, Instant from) {
        send(
                subscription,
                new SubscriptionEmail.QuantitiesChanged(
                        subscription.name(),
                        subscription.productName(),
                        change.differences().stream()
                                .map(one -> new SubscriptionEmail.Quantity(one.item(), one.before(), one.after()))
                                .toList(),
                        deferred,
                        from,
                        page(subscription)));
    }

    private ResourcePage page(Subscription subscription) {
        return correspondents.page("subscription", subscription.id());
    }

    private void send(Subscription subscription, SubscriptionEmail email) {
        mailbox.send(email, correspondents.user(subscription.buyerId()), subscription.aggregate());
    }
}
