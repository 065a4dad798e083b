package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.catalogue.CouponConfiguration;
import io.mercato.domain.cmw.catalogue.IaasBilling;
import io.mercato.domain.cmw.catalogue.PaymentGateway;
import io.mercato.domain.cmw.catalogue.PlanRules;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.rest.Call;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import io.mercato.rest.cmw.pricing.BillingItemValueBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ProductVersion} of the contract, a plan; besides it the size of its machine, {@code instanceType}. */
public record ProductVersionBody(
        Integer id,
        String self,
        @NotNull UrlEntity product,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 255) String identifier,
        @Size(max = 65536) String description,
        @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal price,
        @DecimalMin("0") @Digits(integer = 11, fraction = 4) BigDecimal setupFee,
        Integer billingPeriod,
        @Min(1) @Max(PlanRules.LONGEST_MINIMUM_DURATION) Integer minimumDuration,
        @Min(1) @Max(PlanRules.LONGEST_LIFESPAN) Integer lifespan,
        Boolean autoRenewable,
        Boolean upgradable,
        Boolean unkillable,
        Trial trial,
        Boolean triable,
        @Min(1) @Max(PlanRules.LONGEST_TRIAL) Integer trialLength,
        IaasBilling iaasBilling,
        UrlEntity cloudProvider,
        List<UrlEntity> cloudProviders,
        @Size(max = 1) List<@NotNull UrlEntity> virtualMachineConfiguration,
        UrlEntity instanceType,
        @Size(max = 100) List<@NotNull UrlEntity> configurationParameters,
        @Size(max = 20) Map<String, @NotNull BigDecimal> bundle,
        Boolean recommended,
        Boolean published,
        Integer weight,
        CouponConfiguration couponConfiguration,
        @Size(max = 10) List<@NotNull PaymentGateway> paymentGateways,
        @Size(max = 255) String externalId,
        UrlEntity comparableVersion,
        Boolean drafted,
        @Size(max = 500) List<@NotNull @Valid BillingItemValueBody> billingItemValues) {
    private static final String CONFIGURATION = "virtualMachineConfiguration";
    private static final String PARAMETER = "configurationParameter";

    static ProductVersionBody of(ProductVersion plan) {
        return new ProductVersionBody(
                plan.id(),
                "productVersion/" + plan.id(),
                UrlEntity.of("product", plan.productId()),
                plan.name(),
                plan.identifier(),
                plan.description(),
                plan.price(),
                plan.setupFee(),
                plan.billingPeriod(),
                plan.minimumDuration(),
                plan.lifespan(),
                plan.autoRenewable(),
                plan.upgradable(),
                plan.unkillable(),
                plan.trial(),
                plan.trial() != Trial.NOT_ALLOWED,
                plan.trialLength(),
                plan.iaasBilling(),
                UrlEntity.of("cloudProvider", plan.cloudProviderId()),
                list("cloudProvider", plan.cloudProviderId()),
                list(CONFIGURATION, plan.virtualMachineConfigurationId()),
                UrlEntity.of("instanceType", plan.instanceTypeId()),
                References.of(PARAMETER, plan.configurationParameterIds()),
                discounts(plan.bundle()),
                plan.recommended(),
                plan.published(),
                plan.weight(),
                plan.coupons(),
                plan.paymentGateways(),
                plan.externalId(),
                UrlEntity.of("productVersion", plan.comparablePlanId()),
                plan.drafted(),
                BillingItemValueBody.of(plan.billingItemValues()));
    }

    ProductVersion toDomain(Call call) {
        return new ProductVersion(
                null,
                References.required(product, "product", "product"),
                name.strip(),
                text(identifier),
                or(description, ""),
                price,
                or(setupFee, BigDecimal.ZERO),
                billingPeriod,
                minimumDuration,
                lifespan,
                or(autoRenewable, billingPeriod != null),
                or(upgradable, true),
                or(unkillable, false),
                or(trial, Trial.NOT_ALLOWED),
                trialLength,
                or(iaasBilling, IaasBilling.PRE_PAID),
                UrlEntity.id(cloudProvider, "cloudProvider", "cloudProvider"),
                References.ids(virtualMachineConfiguration, CONFIGURATION, CONFIGURATION).stream()
                        .findFirst()
                        .orElse(null),
                UrlEntity.id(instanceType, "instanceType", "instanceType"),
                configurationParameters == null
                        ? null
                        : References.ids(configurationParameters, PARAMETER, "configurationParameters"),
                bundled(),
                or(recommended, false),
                or(published, false),
                or(weight, 0),
                or(couponConfiguration, CouponConfiguration.ALLOWED),
                or(paymentGateways, List.<PaymentGateway>of()).stream()
                        .distinct()
                        .toList(),
                text(externalId),
                UrlEntity.id(comparableVersion, "productVersion", "comparableVersion"),
                false,
                billingItemValues == null ? null : BillingItemValueBody.toDomain(billingItemValues));
    }

    /** Left out for a plan that is no bundle's. */
    private static Map<String, BigDecimal> discounts(Map<Integer, BigDecimal> bundle) {
        Map<String, BigDecimal> discounts = new LinkedHashMap<>();
        bundle.forEach((plan, discount) -> discounts.put("productVersion/" + plan, discount));
        return discounts.isEmpty() ? null : discounts;
    }

    private Map<Integer, BigDecimal> bundled() {
        if (bundle == null) {
            return null;
        }
        Map<Integer, BigDecimal> plans = new LinkedHashMap<>();
        bundle.forEach(
                (plan, discount) -> plans.put(UrlEntity.id(new UrlEntity(plan), "productVersion", "bundle"), discount));
        return plans;
    }

    private static List<UrlEntity> list(String resource, Integer id) {
        return id == null ? List.of() : List.of(UrlEntity.of(resource, id));
    }
}
