package io.mercato.domain.cmw.order;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders.
 *
 * @param type {@code NORMAL}, {@code TRIAL} or {@code SANDBOX}
 * @param providerId cloud provider; null for the plan's
 * @param credentialId the customer's own account at the provider; null for the platform's
 * @param externalReference the customer's own number for it
 * @param couponHash a coupon; null for none
 * @param buyerId for whom; null for the caller himself
 * @param billingItems extra resources by reference; empty for none
 * @param start when it is to begin; null for at once
 * @param bandwidthPricingId traffic at the cloud provider; null for none
 * @param configurationParameters what the vendor wants to know, by the parameter's id
 */
public record OrderRequest(
        int planId,
        OrderType type,
        @Nullable Integer providerId,
        @Nullable Integer credentialId,
        @Nullable Integer buyerId,
        @Nullable String externalReference,
        @Nullable String couponHash,
        Map<String, Integer> billingItems,
        @Nullable Instant start,
        @Nullable Integer bandwidthPricingId,
        Map<Integer, String> configurationParameters) {

    /** Without what a vendor wants to know. */
    public OrderRequest(
            int planId,
            OrderType type,
            @Nullable Integer providerId,
            @Nullable Integer credentialId,
            @Nullable Integer buyerId,
            @Nullable String externalReference,
            @Nullable String couponHash,
            Map<String, Integer> billingItems,
            @Nullable Instant start,
            @Nullable Integer bandwidthPricingId) {
        this(
                planId,
                type,
                providerId,
                credentialId,
                buyerId,
                externalReference,
                couponHash,
                billingItems,
                start,
                bandwidthPricingId,
                Map.of());
    }

    /** Without traffic. */
    public OrderRequest(
            int planId,
            OrderType type,
            @Nullable Integer providerId,
            @Nullable Integer credentialId,
            @Nullable Integer buyerId,
            @Nullable String externalReference,
            @Nullable String couponHash,
            Map<String, Integer> billingItems,
            @Nullable Instant start) {
        this(planId, type, providerId, credentialId, buyerId, externalReference, couponHash, billingItems, start, null);
    }
}
