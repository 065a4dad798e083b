package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.invoice.VendorCost;
import java.util.List;

/**
 * What a vendor has added to a subscription.
 *
 * @param oneshot for the next invoice
 * @param recurring for every one
 */
public record SubscriptionCosts(List<VendorCost> oneshot, List<VendorCost> recurring) {
    public static final SubscriptionCosts NONE = new SubscriptionCosts(List.of(), List.of());

    public SubscriptionCosts {
        oneshot = List.copyOf(oneshot);
        recurring = List.copyOf(recurring);
    }
}
