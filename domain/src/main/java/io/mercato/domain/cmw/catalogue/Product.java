package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a vendor sells.
 *
 * @param id null until it is stored
 * @param companyId the vendor
 * @param slug its name in addresses; made of the name when null
 * @param sku the vendor's own number of it
 * @param logo path of its logo on this platform
 * @param silent orderable by whoever knows it, but on no list
 * @param orderValidationUrls where the vendor is asked before an order happens
 * @param configurationParameters what he wants to know of who orders; null in a request: as they were
 * @param notificationSecretToken key of the events' signatures; only the vendor and administrators see it
 * @param publishedAt when it was shown first; null before
 * @param planIds its plans that the reader may see
 * @param recommendedPlanId the plan to look at first
 * @param cloudProviderIds where its plans run
 * @param minimumCost its cheapest published plan; null without a priced one
 */
public record Product(
        @Nullable Integer id,
        ProductType type,
        @Nullable Integer companyId,
        int categoryId,
        String name,
        @Nullable String slug,
        @Nullable String sku,
        String shortDescription,
        String longDescription,
        String endUserInstructions,
        String termsOfService,
        @Nullable String logo,
        List<String> tags,
        ProductDestination destination,
        boolean silent,
        boolean subscriptionApproval,
        SubscriptionsPerProduct subscriptionsPerProduct,
        List<String> syndicationEndpoints,
        List<String> orderValidationUrls,
        @Nullable List<ConfigurationParameter> configurationParameters,
        @Nullable String notificationSecretToken,
        int weight,
        @Nullable Instant publishedAt,
        List<Integer> planIds,
        @Nullable Integer recommendedPlanId,
        List<Integer> cloudProviderIds,
        @Nullable MinimumCost minimumCost) {

    /** What everybody may know of it. */
    public Product reduced() {
        return copy(companyId, null, List.of(), List.of(), reducedParameters());
    }

    public Product soldBy(@Nullable Integer company) {
        return copy(
                company, notificationSecretToken, syndicationEndpoints, orderValidationUrls, configurationParameters);
    }

    private @Nullable List<ConfigurationParameter> reducedParameters() {
        return configurationParameters == null
                ? null
                : configurationParameters.stream()
                        .map(ConfigurationParameter::reduced)
                        .toList();
    }

    private Product copy(
            @Nullable Integer company,
            @Nullable String token,
            List<String> endpoints,
            List<String> validationUrls,
            @Nullable List<ConfigurationParameter> parameters) {
        return new Product(
                id,
                type,
                company,
                categoryId,
                name,
                slug,
                sku,
                shortDescription,
                longDescription,
                endUserInstructions,
                termsOfService,
                logo,
                tags,
                destination,
                silent,
                subscriptionApproval,
                subscriptionsPerProduct,
                endpoints,
                validationUrls,
                parameters,
                token,
                weight,
                publishedAt,
                planIds,
                recommendedPlanId,
                cloudProviderIds,
                minimumCost);
    }
}
