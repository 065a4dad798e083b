package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.Parties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has of a product.
 *
 * @param buyerId user that ordered it
 * @param buyerCompanyId his company
 * @param vendorId company of the product's vendor
 * @param pendingOperation what was asked for and is not yet done; null when nothing is
 * @param machine null for a product that runs on no machine of the platform's
 * @param start when it was first there; null before
 * @param periodStart when its period began; null before
 * @param resellerId company that sold it; null for a customer of the marketplace itself
 * @param distributorId company above the reseller; null for none
 * @param end when its period ends; null for never, and before it is there
 */
public record Subscription(
        int id,
        String name,
        OrderType type,
        SubscriptionStatus status,
        @Nullable PendingOperation pendingOperation,
        int productId,
        String productName,
        ProductType productType,
        int planId,
        String planName,
        int vendorId,
        int buyerId,
        @Nullable Integer buyerCompanyId,
        @Nullable MachineSpec machine,
        Terms terms,
        boolean autoRenew,
        boolean paid,
        @Nullable Instant start,
        @Nullable Instant periodStart,
        @Nullable Instant end,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Integer resellerId,
        @Nullable Integer distributorId) {

    /** What a machine can be asked for while it is used. */
    public enum PendingOperation {
        STOP,
        START
    }

    public Parties parties() {
        return new Parties(buyerId, buyerCompanyId, vendorId, resellerId, distributorId);
    }

    public boolean runsOnMachine() {
        return machine != null;
    }

    /** The key of its messages: those of one subscription keep their order. */
    public String aggregate() {
        return "subscription/" + id;
    }
}
