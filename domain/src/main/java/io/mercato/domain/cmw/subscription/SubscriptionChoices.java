package io.mercato.domain.cmw.subscription;

import java.time.Instant;
import java.util.List;

/**
 * What there is to choose for a subscription at a moment, besides what it is itself.
 *
 * @param plans plans of its product that it can be changed to
 * @param extras whether its plan offers extra resources of which one can order more or less
 * @param changePending whether a change of it waits for its payment or for the next period
 */
public record SubscriptionChoices(Instant now, List<Integer> plans, boolean extras, boolean changePending) {

    public SubscriptionChoices {
        plans = List.copyOf(plans);
    }

    public static SubscriptionChoices none(Instant now) {
        return new SubscriptionChoices(now, List.of(), false, false);
    }
}
