package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.cmw.file.FileReference;
import io.mercato.domain.cmw.vendor.ConfigurationParameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param faq in the order in which the vendor gave it
 * @param terminationMessage what a customer reads who ends his subscription
 * @param tosAcceptance what a customer accepts when he orders
 * @param extraData whatever a marketplace's theme wants to know of it
 * @param frameable whether the application may be shown inside another page
 * @param featured whether the marketplace puts it forward, which administrators decide; null in a request: as it was
 * @param relatedProductIds products to look at, too; null in a request: as they were
 * @param rating average of the customers' ratings, 1 to 5; null without one
 * @param drafted whether a change of it waits for approval, or was rejected
 * @param changelog what is new in its versions; null in a request: as it was
 * @param files its images and files that the reader may have, in their order; null in a request: as they were
 * @param approvalRequested whether a change of it or of one of its plans waits for approval
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
        @Nullable MinimumCost minimumCost,
        List<FaqEntry> faq,
        String privacy,
        String serviceLevelAgreement,
        String terminationMessage,
        String tosAcceptance,
        Map<String, Object> extraData,
        boolean frameable,
        @Nullable Boolean featured,
        @Nullable List<Integer> relatedProductIds,
        @Nullable BigDecimal rating,
        int ratingCount,
        boolean drafted,
        boolean approvalRequested,
        @Nullable List<ReleaseNote> changelog,
        CloudCredentialsSupport cloudCredentialsSupport,
        @Nullable List<FileReference> files) {

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
                minimumCost,
                faq,
                privacy,
                serviceLevelAgreement,
                terminationMessage,
                tosAcceptance,
                extraData,
                frameable,
                featured,
                relatedProductIds,
                rating,
                ratingCount,
                drafted,
                approvalRequested,
                changelog,
                cloudCredentialsSupport,
                files);
    }
}
