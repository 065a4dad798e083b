package io.mercato.domain.cmw.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What happens when a period ends, and when its end is reminded of (behaviour §4). */
public final class Renewal {

    private Renewal() {}

    /** Whether a period that ends is followed by another; otherwise the subscription ends. */
    public static boolean follows(Subscription subscription) {
        return subscription.autoRenew() && subscription.terms().renewable() && isUsed(subscription);
    }

    /**
     * Whether somebody may ask for one more period, or for a trial to go on as what it was tried for. What renews itself
     * need not be asked for, and nothing is paid more than a period ahead.
     */
    public static boolean possible(Subscription subscription, Instant now) {
        Terms terms = subscription.terms();
        if (terms.lifespan() != null) {
            return false;
        }
        if (terms.isTrial()) {
            return subscription.status() == SubscriptionStatus.DEPLOYED;
        }
        Instant began = subscription.periodStart();
        return isUsed(subscription)
                && terms.billingPeriod() != null
                && subscription.paid()
                && !follows(subscription)
                && began != null
                && !began.isAfter(now);
    }

    private static boolean isUsed(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.DEPLOYED
                || subscription.status() == SubscriptionStatus.STOPPED;
    }

    /**
     * The next moment at which the end is reminded of; null when there is none left.
     *
     * @param daysBefore as 14, 10, 7
     */
    public static @Nullable Instant nextReminder(@Nullable Instant end, Instant now, Collection<Integer> daysBefore) {
        if (end == null) {
            return null;
        }
        return daysBefore.stream()
                .map(days -> end.minus(Duration.ofDays(days)))
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
