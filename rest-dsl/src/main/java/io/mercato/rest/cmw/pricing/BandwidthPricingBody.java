package io.mercato.rest.cmw.pricing;

import io.mercato.domain.cmw.pricing.BandwidthPricing;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** {@code BandwidthPricing} of the contract: so many gigabytes of traffic in a month; the cost is for staff only. */
public record BandwidthPricingBody(
        Integer id,
        String self,
        @NotNull UrlEntity cloudProvider,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal cost,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal price,

        @NotNull @DecimalMin("0") @Digits(integer = 13, fraction = 2)
        BigDecimal traffic) {

    static BandwidthPricingBody of(BandwidthPricing pricing) {
        return new BandwidthPricingBody(
                pricing.id(),
                "bandwidthPricing/" + pricing.id(),
                UrlEntity.of("cloudProvider", pricing.cloudProviderId()),
                pricing.cost(),
                pricing.price(),
                pricing.traffic());
    }

    BandwidthPricing toDomain(Call call) {
        return new BandwidthPricing(
                null, References.required(cloudProvider, "cloudProvider", "cloudProvider"), cost, price, traffic);
    }
}
