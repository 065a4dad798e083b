package io.mercato.processors.cmw.subscription;

import io.mercato.domain.cmw.changelog.Change;
import io.mercato.domain.cmw.event.EventEntity;
import io.mercato.domain.cmw.event.EventType;
import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionEffect;
import io.mercato.domain.cmw.subscription.SubscriptionEvent;
import io.mercato.domain.cmw.subscription.SubscriptionLifecycle;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.lifecycle.Outcome;
import io.mercato.domain.lifecycle.Outcome.Moved;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import io.mercato.processors.cmw.event.VendorEvents;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets an event happen to a subscription: the state, the changelog and the vendor's event change together. */
@Component
public class SubscriptionMover {
    private final SubscriptionStore subscriptions;
    private final DeadlineStore deadlines;
    private final ChangelogStore changelog;
    private final VendorEvents events;

    public SubscriptionMover(
            SubscriptionStore subscriptions, DeadlineStore deadlines, ChangelogStore changelog, VendorEvents events) {
        this.subscriptions = subscriptions;
        this.deadlines = deadlines;
        this.changelog = changelog;
        this.events = events;
    }

    public boolean isLegal(Subscription subscription, SubscriptionEvent event) {
        return SubscriptionLifecycle.table().isLegal(subscription.status(), event);
    }

    /** Returns what is to be done, in order. CONFLICT when the event is not possible in this state. */
    public List<SubscriptionEffect> move(Subscription subscription, SubscriptionEvent event, Principal by) {
        Outcome<SubscriptionStatus, SubscriptionEvent, SubscriptionEffect> outcome =
                SubscriptionLifecycle.apply(subscription.status(), event);
        if (!(outcome instanceof Moved<SubscriptionStatus, SubscriptionEvent, SubscriptionEffect> moved)) {
            throw Errors.conflict(
                    "operation-not-available",
                    "Subscription " + subscription.id() + " is " + subscription.status()
                            + ": this is not possible now");
        }
        subscriptions.move(subscription.id(), moved.to(), event.endsOperation());
        if (moved.to() != moved.from()) {
            record(subscription, moved.to(), by);
        }
        return moved.commands();
    }

    private void record(Subscription subscription, SubscriptionStatus to, Principal by) {
        changelog.append(
                "subscription",
                subscription.id(),
                Change.Kind.MODIFIED,
                by,
                List.of(new Change.Value(
                        "deploymentStatus", subscription.status().name(), to.name())));
        if (to.isOver() || to == SubscriptionStatus.UNDEPLOY_SENT) {
            deadlines.clearAll(subscription.id());
        }
        EventType type = to == SubscriptionStatus.UNDEPLOYED ? EventType.DELETED : EventType.MODIFIED;
        tell(subscription, type);
    }

    /** Tells the vendor that something about it has changed. */
    public void tell(Subscription subscription, EventType type) {
        events.record(
                EventEntity.SUBSCRIPTION,
                subscription.id(),
                type,
                subscription.vendorId(),
                subscription.productId(),
                Map.of());
    }
}
