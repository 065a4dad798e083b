package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.invoice.Billing;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a customer asks of his subscription; each checks that he may, now. */
@Component
public class SubscriptionDesk {
    private final SubscriptionStore subscriptions;
    private final SubscriptionMover mover;
    private final ChangelogStore changelog;
    private final ChoiceStore choices;
    private final Billing billing;

    public SubscriptionDesk(
            SubscriptionStore subscriptions,
            SubscriptionMover mover,
            ChangelogStore changelog,
            ChoiceStore choices,
            Billing billing) {
        this.subscriptions = subscriptions;
        this.mover = mover;
        this.changelog = changelog;
        this.choices = choices;
        this.billing = billing;
    }

    /** The event that the operation is. */
    public SubscriptionEvent operation(Principal principal, Subscription subscription, SubscriptionChange change) {
        SubscriptionEvent event = change.operationEvent();
        require(principal, subscription, change.action());
        if (event == SubscriptionEvent.KILL_REQUESTED && subscription.start() != null) {
            billing.order(subscription, OrderType.TERMINATION, OrderStatus.FREE, null, principal);
        }
        if (event == SubscriptionEvent.STOP_REQUESTED || event == SubscriptionEvent.START_REQUESTED) {
            record(
                    principal,
                    subscription,
                    "pendingOperation",
                    null,
                    change.action().name());
        }
        return event;
    }

    public void rename(Principal principal, Subscription subscription, SubscriptionChange change) {
        require(principal, subscription, SubscriptionAction.SET_NAME);
        subscriptions.rename(subscription.id(), change.requiredName());
        changed(principal, subscription, "name", subscription.name(), change.requiredName());
    }

    public void autoRenew(Principal principal, Subscription subscription, SubscriptionChange change) {
        require(principal, subscription, SubscriptionAction.AUTORENEW);
        boolean autoRenew = change.requiredAutoRenew();
        subscriptions.autoRenew(subscription.id(), autoRenew);
        if (subscription.autoRenew() && !autoRenew) {
            billing.order(subscription, OrderType.UNSUBSCRIBE, OrderStatus.FREE, null, principal);
        }
        changed(
                principal,
                subscription,
                "autoRenew",
                String.valueOf(subscription.autoRenew()),
                String.valueOf(autoRenew));
    }

    private void require(Principal principal, Subscription subscription, SubscriptionAction action) {
        SubscriptionRules.require(principal, subscription, action, choices.of(subscription));
    }

    private void changed(Principal principal, Subscription subscription, String property, String left, String right) {
        record(principal, subscription, property, left, right);
        mover.tell(subscription, EventType.MODIFIED);
    }

    private void record(Principal principal, Subscription subscription, String property, String left, String right) {
        changelog.append(
                "subscription",
                subscription.id(),
                Change.Kind.MODIFIED,
                principal,
                List.of(new Change.Value(property, left, right)));
    }
}
