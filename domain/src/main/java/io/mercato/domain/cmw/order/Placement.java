package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that the rules let through: what is to be stored of it, in one transaction.
 *
 * @param invoice null when there is nothing to pay
 * @param payUntil when the first payment expires; null when there is none
 * @param price what it costs, and what of that stays
 */
public record Placement(
        Offer offer,
        OrderRequest request,
        OrderStatus orderStatus,
        SubscriptionStatus subscriptionStatus,
        String subscriptionName,
        Terms terms,
        boolean autoRenew,
        @Nullable MachineSpec machine,
        @Nullable InvoiceDraft invoice,
        @Nullable Instant payUntil,
        OrderPrice price) {

    /** Whether it is built at once. */
    public boolean deploysNow() {
        return subscriptionStatus == SubscriptionStatus.PENDING;
    }
}
