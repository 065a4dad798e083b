package io.mercato.domain.cmw.cart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So many of a plan.
 *
 * @param id null until it is stored
 * @param providerId cloud provider; null for the plan's
 * @param billingItems extra resources by reference, {@code billingItem/1}
 * @param configurationParameters what the product asks, by reference, {@code configurationParameter/1}
 * @param metadata what integrators keep at it
 * @param orders what became of it; empty until the cart is checked out
 */
public record CartItem(
        @Nullable Integer id,
        int planId,
        @Nullable Integer providerId,
        @Nullable Integer bandwidthPricingId,
        @Nullable String operatingSystem,
        int quantity,
        Map<String, Integer> billingItems,
        Map<String, String> configurationParameters,
        Map<String, String> metadata,
        List<Integer> orders) {

    public CartItem {
        billingItems = Map.copyOf(billingItems);
        configurationParameters = Map.copyOf(configurationParameters);
        metadata = Map.copyOf(metadata);
        orders = List.copyOf(orders);
    }

    /** With what the product asks as it is given here. */
    public CartItem answering(Map<String, String> parameters) {
        return new CartItem(
                id,
                planId,
                providerId,
                bandwidthPricingId,
                operatingSystem,
                quantity,
                billingItems,
                parameters,
                metadata,
                orders);
    }

    /** Without what the product asks, which may be a secret. */
    @Override
    public String toString() {
        return "CartItem[" + id + ", productVersion/" + planId + ", " + quantity + "]";
    }
}
