package io.mercato.rest.cmw.order;

import static io.mercato.rest.cmw.References.or;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.domain.cmw.order.BudgetRequest;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.cmw.order.PayPerUseCosts;
import io.mercato.domain.cmw.order.PropertyFilter;
import io.mercato.rest.cmw.vendor.ParameterKeys;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/** {@code BudgetInput} of the contract: what somebody would order. */
public record BudgetInput(
        @NotNull Integer productVersionId,
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

    BudgetRequest toDomain() {
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
