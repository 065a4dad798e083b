package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that the rules let through: what is to be stored of it, in one transaction.
 *
 * @param subscriptions what it begins: one, or of a bundle one for each plan that is in it
 * @param subscriptionStatus in which they all begin
 * @param invoice null when there is nothing to pay
 * @param payUntil when the first payment expires; null when there is none
 * @param price what it costs
 */
public record Placement(
        Offer offer,
        OrderRequest request,
        OrderStatus orderStatus,
        SubscriptionStatus subscriptionStatus,
        List<NewSubscription> subscriptions,
        @Nullable InvoiceDraft invoice,
        @Nullable Instant payUntil,
        OrderPrice price) {

    public Placement {
        subscriptions = List.copyOf(subscriptions);
    }

    /** Whether it is built at once. */
    public boolean deploysNow() {
        return subscriptionStatus == SubscriptionStatus.PENDING;
    }

    /** Whether it is only tried out, by its vendor or by an administrator. */
    public boolean isSandbox() {
        return request.type() == OrderType.SANDBOX;
    }

    /** The cloud provider that it runs at; null when it runs at none, or at several. */
    public @Nullable Integer providerId() {
        List<Integer> providers = subscriptions.stream()
                .map(NewSubscription::machine)
                .filter(Objects::nonNull)
                .map(MachineSpec::providerId)
                .distinct()
                .toList();
        return providers.size() == 1 ? providers.get(0) : null;
    }
}
