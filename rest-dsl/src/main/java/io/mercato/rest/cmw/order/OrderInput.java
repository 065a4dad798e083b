package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mercato.domain.cmw.order.OrderRequest;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.vendor.ParameterKeys;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/** What {@code POST /order} takes. */
public record OrderInput(
        @NotNull UrlEntity productVersion,
        @NotNull OrderType type,
        UrlEntity cloudProvider,
        UrlEntity cloudCredential,
        UrlEntity buyer,

        @Pattern(regexp = "[A-Za-z0-9-_]+") @Size(max = 255) String externalReference,

        @JsonProperty("hashCoupon") String couponHash,
        Map<String, @NotNull Integer> billingItems,
        Instant start,
        UrlEntity bandwidthPricing,
        Map<String, @Size(max = 4096) String> configurationParameters) {

    OrderRequest toDomain() {
        return new OrderRequest(
                UrlEntity.id(productVersion, "productVersion", "productVersion"),
                type,
                UrlEntity.id(cloudProvider, "cloudProvider", "cloudProvider"),
                UrlEntity.id(cloudCredential, "cloudCredential", "cloudCredential"),
                UrlEntity.id(buyer, "user", "buyer"),
                externalReference,
                couponHash,
                billingItems == null ? Map.of() : billingItems,
                start,
                UrlEntity.id(bandwidthPricing, "bandwidthPricing", "bandwidthPricing"),
                ParameterKeys.ids(configurationParameters));
    }
}
