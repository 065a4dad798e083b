package io.mercato.domain.cmw.subscription;

import java.util.Optional;

/** What it means to a subscription that a deadline has come. */
public final class DeadlineRules {

    private DeadlineRules() {}

    /** The event that it is; none for a renewal and for reminders. */
    public static Optional<SubscriptionEvent> event(Subscription subscription, DeadlineKind kind) {
        return switch (kind) {
            case START -> Optional.of(SubscriptionEvent.START_DUE);
            case FIRST_PAYMENT ->
                subscription.paid() ? Optional.empty() : Optional.of(SubscriptionEvent.PAYMENT_TIMED_OUT);
            case PERIOD_END -> Renewal.follows(subscription) ? Optional.empty() : Optional.of(end(subscription));
            case OVERDUE_STOP ->
                subscription.paid() ? Optional.empty() : Optional.of(SubscriptionEvent.PAYMENT_OVERDUE);
            case OVERDUE_END -> subscription.paid() ? Optional.empty() : Optional.of(SubscriptionEvent.ENDED);
            case CHANGE_PAYMENT, REMIND_END, REMIND_PAYMENT -> Optional.empty();
        };
    }

    /** A sandbox ends even when it is not there yet. */
    private static SubscriptionEvent end(Subscription subscription) {
        return subscription.isSandbox() ? SubscriptionEvent.KILL_REQUESTED : SubscriptionEvent.ENDED;
    }

    public static boolean renews(Subscription subscription, DeadlineKind kind) {
        return kind == DeadlineKind.PERIOD_END && Renewal.follows(subscription);
    }
}
