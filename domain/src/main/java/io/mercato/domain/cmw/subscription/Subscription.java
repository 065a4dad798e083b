package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.catalogue.BundleRules;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.order.OrderAccess;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.Parties;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
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
 * @param bundle that it was ordered in; null when it was ordered alone
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
        @Nullable Integer distributorId,
        @Nullable InBundle bundle) {

    /**
     * @param orderId of the bundle
     * @param discount percent that it is cheaper for it; 0 once it has gone over to another plan
     */
    public record InBundle(int orderId, BigDecimal discount) {}

    /** What a machine can be asked for while it is used. */
    public enum PendingOperation {
        STOP,
        START
    }

    public Parties parties() {
        return new Parties(buyerId, buyerCompanyId, vendorId, resellerId, distributorId);
    }

    /** What was ordered together is taken back together, as long as nothing of it has been delivered. */
    boolean goesWithItsBundle() {
        return bundle != null && OrderAccess.notBegun(status);
    }

    /** What a price comes to for it: less when it was ordered in a bundle. */
    public Money owed(Money price) {
        return bundle == null
                ? price
                : new Money(BundleRules.discounted(price.amount(), bundle.discount()), price.currency());
    }

    /** Whether its vendor, or an administrator, only tries it out: it costs nothing. */
    public boolean isSandbox() {
        return type == OrderType.SANDBOX;
    }

    public boolean runsOnMachine() {
        return machine != null;
    }

    /** The key of its messages: those of one subscription keep their order. */
    public String aggregate() {
        return "subscription/" + id;
    }
}
