package io.mercato.rest.cmw.pricing;

import static io.mercato.rest.cmw.References.or;

import io.mercato.domain.cmw.catalogue.OperatingSystem;
import io.mercato.domain.cmw.pricing.InstancePricing;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** {@code InstancePricing} of the contract: an hour of a machine; costs are for staff only. */
public record InstancePricingBody(
        Integer id,
        String self,
        @NotNull UrlEntity cloudProvider,
        @NotNull UrlEntity instanceType,
        OperatingSystem operatingSystem,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal cost,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal price,

        Map<@Min(1) Integer, @NotNull @Valid Reserved> reservedCloudPricing,
        Boolean deprecated) {

    /** {@code ReservedCloudPricing} of the contract, by months. */
    public record Reserved(
            @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
            BigDecimal cost,

            @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
            BigDecimal price,

            @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4)
            BigDecimal upfront) {}

    static InstancePricingBody of(InstancePricing pricing) {
        Map<Integer, Reserved> reserved = new TreeMap<>();
        pricing.reserved()
                .forEach((months, one) -> reserved.put(months, new Reserved(one.cost(), one.price(), one.upfront())));
        return new InstancePricingBody(
                pricing.id(),
                "instancePricing/" + pricing.id(),
                UrlEntity.of("cloudProvider", pricing.cloudProviderId()),
                UrlEntity.of("instanceType", pricing.instanceTypeId()),
                pricing.operatingSystem(),
                pricing.cost(),
                pricing.price(),
                reserved,
                pricing.deprecated());
    }

    InstancePricing toDomain(Call call) {
        Map<Integer, InstancePricing.Reserved> reserved = new TreeMap<>();
        or(reservedCloudPricing, Map.<Integer, Reserved>of())
                .forEach((months, one) ->
                        reserved.put(months, new InstancePricing.Reserved(one.cost(), one.price(), one.upfront())));
        return new InstancePricing(
                null,
                References.required(cloudProvider, "cloudProvider", "cloudProvider"),
                References.required(instanceType, "instanceType", "instanceType"),
                operatingSystem,
                cost,
                price,
                reserved,
                or(deprecated, false));
    }
}
