package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.subscription.MachineSpec;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a plan, its product, its buyer and what he has of it already, when he orders it.
 *
 * @param published whether the plan is offered to customers
 * @param removed whether plan or product are there only for what was sold of them
 * @param price of one period; null when it is had by contact form only
 * @param vatRate percent of the buyer's tax
 * @param issuerId company that writes the invoice
 * @param prices what it costs besides its licence and its set-up fee
 * @param parts what a bundle holds; empty for anything else
 */
public record Offer(
        int planId,
        String planName,
        int productId,
        String productName,
        ProductType productType,
        int vendorId,
        boolean published,
        boolean removed,
        @Nullable Money price,
        Money setupFee,
        BigDecimal vatRate,
        @Nullable Integer billingPeriod,
        @Nullable Integer lifespan,
        boolean autoRenewable,
        boolean unkillable,
        Trial trial,
        @Nullable Integer trialLength,
        boolean needsApproval,
        SubscriptionsPerProduct subscriptionsPerProduct,
        int issuerId,
        @Nullable Machine machine,
        Buyer buyer,
        OfferPrices prices,
        List<BundledOffer> parts) {

    public Offer {
        parts = List.copyOf(parts);
    }

    /**
     * Where it runs.
     *
     * @param credentialId account to use; null when there is none
     */
    public record Machine(
            int providerId,
            boolean providerEnabled,
            @Nullable Integer credentialId,
            String flavor,
            String image,
            String loginUser,
            int dataDiskGigabytes,
            @Nullable Integer applicationPort,
            @Nullable String applicationLogin) {}

    /**
     * @param publicKey for SSH; null when he has given none
     * @param trials trials that he, or his company, had of this product
     * @param subscriptions subscriptions of this product that he has and that are not over
     * @param companySubscriptions the same of his company
     */
    public record Buyer(
            int userId,
            @Nullable Integer companyId,
            @Nullable String publicKey,
            int trials,
            int subscriptions,
            int companySubscriptions) {}

    /** Whether there is such a plan for an order of this type: a sandbox is there to try what is not published yet. */
    public boolean isThereFor(OrderType type) {
        return !removed && (published || type == OrderType.SANDBOX);
    }

    public boolean isBundle() {
        return productType == ProductType.BUNDLE;
    }

    /** Extra resources that are offered with it; with a bundle those of all that is in it. */
    public List<PlanItem> items() {
        return isBundle()
                ? parts.stream()
                        .flatMap(part -> part.offer().prices().items().stream())
                        .toList()
                : prices.items();
    }

    /** What the customer calls it: product and plan. */
    String title() {
        return productName + " - " + planName;
    }

    /** Whether somebody has to let an order of it through; of a bundle, of anything in it. */
    boolean waitsForApproval() {
        return needsApproval || parts.stream().anyMatch(part -> part.offer().needsApproval());
    }

    /** The same bundle, with what is in it, and with what its buyer has of it. */
    public Offer holding(List<BundledOffer> bundled, Buyer who) {
        return with(price, who, bundled);
    }

    /** The same at another price. */
    Offer at(Money newPrice) {
        return with(newPrice, buyer, parts);
    }

    private Offer with(@Nullable Money newPrice, Buyer newBuyer, List<BundledOffer> newParts) {
        return new Offer(
                planId,
                planName,
                productId,
                productName,
                productType,
                vendorId,
                published,
                removed,
                newPrice,
                setupFee,
                vatRate,
                billingPeriod,
                lifespan,
                autoRenewable,
                unkillable,
                trial,
                trialLength,
                needsApproval,
                subscriptionsPerProduct,
                issuerId,
                machine,
                newBuyer,
                prices,
                newParts);
    }

    MachineSpec machineSpec(Machine where, String publicKey, int credentialId) {
        boolean application = productType == ProductType.MANAGED;
        return new MachineSpec(
                where.providerId(),
                credentialId,
                where.flavor(),
                where.image(),
                where.loginUser(),
                publicKey,
                application ? where.dataDiskGigabytes() : 0,
                application ? where.applicationPort() : null,
                application ? where.applicationLogin() : null);
    }
}
