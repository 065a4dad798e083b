package io.mercato.rest.cmw.pricing;

import static io.mercato.rest.cmw.References.or;

import io.mercato.domain.cmw.pricing.DiskSpacePricing;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;

/**
 * {@code DiskSpacePricing} of the contract: a gigabyte for a month; the cost is for staff only.
 *
 * @param tiers prices of the gigabytes from so many on
 */
public record DiskSpacePricingBody(
        Integer id,
        String self,
        @NotNull UrlEntity cloudProvider,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal cost,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal price,

        Map<@Min(0) Integer, @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal> tiers) {

    static DiskSpacePricingBody of(DiskSpacePricing pricing) {
        return new DiskSpacePricingBody(
                pricing.id(),
                "diskSpacePricing/" + pricing.id(),
                UrlEntity.of("cloudProvider", pricing.cloudProviderId()),
                pricing.cost(),
                pricing.price(),
                pricing.tiers());
    }

    DiskSpacePricing toDomain(Call call) {
        return new DiskSpacePricing(
                null,
                References.required(cloudProvider, "cloudProvider", "cloudProvider"),
                cost,
                price,
                or(tiers, Map.of()));
    }
}
