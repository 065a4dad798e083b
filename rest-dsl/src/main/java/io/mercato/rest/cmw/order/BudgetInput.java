package io.mercato.rest.cmw.order;

import static io.mercato.rest.cmw.References.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.domain.cmw.order.BudgetRequest;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.domain.cmw.subscription.ChangeEstimate;
import io.mercato.domain.error.Errors;
import io.mercato.rest.cmw.vendor.ParameterKeys;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/**
 * {@code BudgetInput} of the contract: what somebody would order, or change.
 *
 * @param productVersionId the plan; with a subscription that of a {@code SYNDICATED_UPGRADE}
 * @param subscriptionId that would be changed; null for a new order
 */
public record BudgetInput(
        Integer productVersionId,
        Integer subscriptionId,
        @NotNull OrderType type,
        Integer providerId,
        Integer credentialId,
        Integer bandwidthPricingId,
        Map<String, @NotNull Integer> billingItems,
        @JsonProperty("hashCoupon") String couponHash,
        Instant from,
        @Min(1) @Max(720) Integer hours,
        PropertyFilter iaas,
        PayPerUseCosts payPerUseCosts,
        Map<String, @Size(max = 4096) String> configurationParameters) {

    /** A {@link BudgetRequest}, or of a subscription a {@link ChangeEstimate}. */
    Object toDomain() {
        return subscriptionId == null ? order() : change();
    }

    private ChangeEstimate change() {
        if (couponHash != null && !couponHash.isBlank()) {
            throw Errors.invalidField("hashCoupon", "must be left out: a change takes no coupon");
        }
        return ChangeEstimate.of(
                subscriptionId,
                type,
                productVersionId,
                or(billingItems, Map.of()),
                or(iaas, PropertyFilter.INCLUDED),
                or(payPerUseCosts, PayPerUseCosts.PROJECTED));
    }

    private BudgetRequest order() {
        if (productVersionId == null) {
            throw Errors.invalidField("productVersionId", "must not be null");
        }
        OrderRequest order = new OrderRequest(
                productVersionId,
                type,
                providerId,
                credentialId,
                null,
                null,
                couponHash,
                or(billingItems, Map.of()),
                from,
                bandwidthPricingId,
                ParameterKeys.ids(configurationParameters));
        return new BudgetRequest(
                order, hours, or(iaas, PropertyFilter.INCLUDED), or(payPerUseCosts, PayPerUseCosts.PROJECTED));
    }
}
