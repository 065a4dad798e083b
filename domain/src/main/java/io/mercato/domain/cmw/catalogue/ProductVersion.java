package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.cmw.pricing.BillingItemValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan: one way to buy a product.
 *
 * @param id null until it is stored
 * @param identifier the vendor's own name of it, unlike any other plan's
 * @param price net, for one billing period or for the whole lifespan; null for "contact us"
 * @param setupFee net, once
 * @param billingPeriod months: 1, 3, 6, 12 or 24; null for a plan that is bought once
 * @param minimumDuration billing periods that must pass before it can be ended
 * @param lifespan hours after which it ends; null for one that goes on
 * @param trialLength days; null without a trial
 * @param cloudProviderId the cloud that its machine runs on; null when it needs no machine
 * @param instanceTypeId size of the machine; the smallest that the configuration allows when null
 * @param configurationParameterIds what of its product's parameters it asks for; null in a request: as it was
 * @param bundle plans of other products with the discount on each in percent; null in a request: as it was
 * @param coupons whether it is ordered with a coupon
 * @param paymentGateways ways to pay for it; none named: any
 * @param externalId its id in the vendor's own system
 * @param comparablePlanId plan of another product that it is to be compared with
 * @param billingItemValues extra resources that it offers, with their prices; null in a request that leaves them
 * @param drafted whether a change of it waits for approval, or was rejected
 */
public record ProductVersion(
        @Nullable Integer id,
        int productId,
        String name,
        @Nullable String identifier,
        String description,
        @Nullable BigDecimal price,
        BigDecimal setupFee,
        @Nullable Integer billingPeriod,
        @Nullable Integer minimumDuration,
        @Nullable Integer lifespan,
        boolean autoRenewable,
        boolean upgradable,
        boolean unkillable,
        Trial trial,
        @Nullable Integer trialLength,
        IaasBilling iaasBilling,
        @Nullable Integer cloudProviderId,
        @Nullable Integer virtualMachineConfigurationId,
        @Nullable Integer instanceTypeId,
        @Nullable List<Integer> configurationParameterIds,
        @Nullable Map<Integer, BigDecimal> bundle,
        boolean recommended,
        boolean published,
        int weight,
        CouponConfiguration coupons,
        List<PaymentGateway> paymentGateways,
        @Nullable String externalId,
        @Nullable Integer comparablePlanId,
        boolean drafted,
        @Nullable List<BillingItemValue> billingItemValues) {

    public ProductVersion {
        trialLength = trial == Trial.NOT_ALLOWED ? null : trialLength;
    }

    public ProductVersion onMachine(int size) {
        return copy(size, published, price, setupFee, bundle);
    }

    public ProductVersion publishedOrNot(boolean shown) {
        return copy(instanceTypeId, shown, price, setupFee, bundle);
    }

    /** The same at another price. */
    public ProductVersion costing(BigDecimal newPrice, BigDecimal newSetupFee) {
        return copy(instanceTypeId, published, newPrice, newSetupFee, bundle);
    }

    /** The same with these plans in it. */
    public ProductVersion bundling(Map<Integer, BigDecimal> plans) {
        return copy(instanceTypeId, published, price, setupFee, plans);
    }

    private ProductVersion copy(
            @Nullable Integer size,
            boolean shown,
            @Nullable BigDecimal newPrice,
            BigDecimal newSetupFee,
            @Nullable Map<Integer, BigDecimal> plans) {
        return new ProductVersion(
                id,
                productId,
                name,
                identifier,
                description,
                newPrice,
                newSetupFee,
                billingPeriod,
                minimumDuration,
                lifespan,
                autoRenewable,
                upgradable,
                unkillable,
                trial,
                trialLength,
                iaasBilling,
                cloudProviderId,
                virtualMachineConfigurationId,
                size,
                configurationParameterIds,
                plans,
                recommended,
                shown,
                weight,
                coupons,
                paymentGateways,
                externalId,
                comparablePlanId,
                drafted,
                billingItemValues);
    }
}
