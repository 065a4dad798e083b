package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.catalogue.CloudCredentialsSupport;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductDestination;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.SubscriptionsPerProduct;
import io.mercato.domain.error.Errors;
import io.mercato.rest.Call;
import io.mercato.rest.Since;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import io.mercato.rest.cmw.file.FileReferences;
import io.mercato.rest.cmw.vendor.ConfigurationParameterBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code Product} of the contract, and {@code ProductDetail}, which has the minimum cost and the
 * release notes too; besides it what the
 * marketplace puts forward, {@code featured}, and {@code relatedProducts}. Who leaves these or {@code files} away leaves
 * them as they are.
 */
public record ProductBody(
        Integer id,
        String self,
        ProductType type,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 255) String slug,
        @Size(max = 255) String sku,
        @Size(max = 4000) String shortDescription,
        @Size(max = 8192) String longDescription,
        @Size(max = 65536) String endUserInstructions,
        @Size(max = 65536) String termsOfService,
        @NotNull UrlEntity category,
        UrlEntity company,
        List<UrlEntity> cloudProviders,
        List<UrlEntity> productVersion,
        UrlEntity recommendedVersion,
        @Size(max = 50) List<@NotNull @Valid Tag> tags,
        ProductDestination destination,
        Boolean silent,
        Boolean subscriptionApproval,
        SubscriptionsPerProduct subscriptionsPerProduct,

        @Since(20190916) @Size(max = 10)
        List<@NotNull @Pattern(regexp = "https?://\\S+") @Size(max = 1024) String> syndicationEndpoints,

        @Since(20210215) @Size(max = 5)
        List<@NotNull @Pattern(regexp = "https?://\\S+") @Size(max = 2000) String> orderValidationUrls,

        @Size(max = 100) List<@NotNull @Valid ConfigurationParameterBody> configurationParameters,
        @Size(max = 255) String notificationSecretToken,
        Integer weight,
        Instant published,
        Boolean isApi,
        Boolean isBundle,
        Boolean isCloudService,
        Boolean isCsp,
        Boolean isManaged,
        Boolean isService,
        Boolean isSyndicated,
        Boolean isVm,
        String logoUrl,
        MinimumCostBody minimumCost,

        @Size(max = 100) Map<@NotBlank @Size(max = 1024) String, @NotNull @Size(max = 8192) String> faq,

        @Size(max = 65536) String privacy,
        @Size(max = 65536) String serviceLevelAgreement,
        @Size(max = 65536) String terminationMessage,
        @Size(max = 65536) String tosAcceptance,
        @Size(max = 100) Map<@NotBlank @Size(max = 255) String, Object> extraData,
        Boolean frameable,
        Boolean featured,
        @Size(max = 20) List<UrlEntity> relatedProducts,
        BigDecimal averageRating,
        Long numberOfRatings,
        Boolean drafted,
        Boolean requestedForApproval,
        @Size(max = 200) List<@NotNull @Valid ReleaseNoteBody> changelog,
        CloudCredentialsSupport cloudCredentialsSupport,
        @Size(max = 200) List<UrlEntity> files) {

    /** {@code ProductTag} of the contract. */
    public record Tag(@NotBlank @Size(max = 125) String tag) {}

    /** An item of a list. */
    static ProductBody of(Product product) {
        return of(product, null, null);
    }

    static ProductBody detail(Product product) {
        return of(product, MinimumCostBody.of(product.minimumCost()), ReleaseNoteBody.of(product.changelog()));
    }

    private static ProductBody of(Product product, MinimumCostBody minimumCost, List<ReleaseNoteBody> changelog) {
        ProductType type = product.type();
        return new ProductBody(
                product.id(),
                "product/" + product.id(),
                type,
                product.name(),
                product.slug(),
                product.sku(),
                product.shortDescription(),
                product.longDescription(),
                product.endUserInstructions(),
                product.termsOfService(),
                UrlEntity.of("category", product.categoryId()),
                UrlEntity.of("company", product.companyId()),
                References.of("cloudProvider", product.cloudProviderIds()),
                References.of("productVersion", product.planIds()),
                UrlEntity.of("productVersion", product.recommendedPlanId()),
                product.tags().stream().map(Tag::new).toList(),
                product.destination(),
                product.silent(),
                product.subscriptionApproval(),
                product.subscriptionsPerProduct(),
                product.syndicationEndpoints(),
                product.orderValidationUrls(),
                product.configurationParameters().stream()
                        .map(ConfigurationParameterBody::of)
                        .toList(),
                product.notificationSecretToken(),
                product.weight(),
                product.publishedAt(),
                type == ProductType.API,
                type == ProductType.BUNDLE,
                type == ProductType.CLOUD_SERVICE,
                type == ProductType.CSP,
                type == ProductType.MANAGED,
                type == ProductType.SERVICE,
                type == ProductType.SYNDICATED,
                type == ProductType.VM,
                product.logo(),
                minimumCost,
                FaqBody.of(product.faq()),
                product.privacy(),
                product.serviceLevelAgreement(),
                product.terminationMessage(),
                product.tosAcceptance(),
                product.extraData(),
                product.frameable(),
                product.featured(),
                product.relatedProductIds() == null ? null : References.of("product", product.relatedProductIds()),
                product.rating(),
                (long) product.ratingCount(),
                product.drafted(),
                product.approvalRequested(),
                changelog,
                product.cloudCredentialsSupport(),
                FileReferences.of(product.files()));
    }

    Product toDomain(Call call) {
        if (type == null) {
            throw Errors.invalidField("type", "must not be null");
        }
        return toDomain(type);
    }

    Product toMachine(Call call) {
        return toDomain(ProductType.VM);
    }

    private Product toDomain(ProductType asType) {
        return new Product(
                null,
                asType,
                UrlEntity.id(company, "company", "company"),
                References.required(category, "category", "category"),
                name.strip(),
                text(slug),
                text(sku),
                or(shortDescription, ""),
                or(longDescription, ""),
                or(endUserInstructions, ""),
                or(termsOfService, ""),
                null,
                tags == null
                        ? List.of()
                        : tags.stream().map(Tag::tag).distinct().toList(),
                or(destination, ProductDestination.B2B),
                or(silent, false),
                or(subscriptionApproval, false),
                or(subscriptionsPerProduct, SubscriptionsPerProduct.UNLIMITED),
                or(syndicationEndpoints, List.of()),
                or(orderValidationUrls, List.of()),
                configurationParameters == null
                        ? null
                        : configurationParameters.stream()
                                .map(ConfigurationParameterBody::toDomain)
                                .toList(),
                text(notificationSecretToken),
                or(weight, 0),
                null,
                List.of(),
                null,
                List.of(),
                null,
                FaqBody.toDomain(faq),
                or(privacy, ""),
                or(serviceLevelAgreement, ""),
                or(terminationMessage, ""),
                or(tosAcceptance, ""),
                or(extraData, Map.of()),
                or(frameable, false),
                featured,
                relatedProducts == null
                        ? null
                        : References.ids(relatedProducts, "product", "relatedProducts").stream()
                                .distinct()
                                .toList(),
                null,
                0,
                false,
                false,
                changelog == null
                        ? null
                        : changelog.stream().map(ReleaseNoteBody::toDomain).toList(),
                or(cloudCredentialsSupport, CloudCredentialsSupport.ENABLED),
                FileReferences.toDomain(files, "files"));
    }
}
