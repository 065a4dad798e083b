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
        return subscription.autoRenew()
                && subscription.terms().renewable()
                && (subscription.status() == SubscriptionStatus.DEPLOYED
                        || subscription.status() == SubscriptionStatus.STOPPED);
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
