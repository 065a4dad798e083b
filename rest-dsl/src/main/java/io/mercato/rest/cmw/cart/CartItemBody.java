package io.mercato.rest.cmw.cart;

import io.mercato.domain.cmw.cart.CartItem;
import io.mercato.domain.cmw.cart.CartRules;
import io.mercato.rest.UrlEntity;
import io.mercato.rest.cmw.References;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * So many of a plan.
 *
 * @param id given by the platform; named in a change, the item keeps the secrets that who changes it cannot read
 * @param quantity one when it is left out
 * @param orders what became of it
 */
public record CartItemBody(
        Integer id,
        String self,
        @NotNull UrlEntity productVersion,
        UrlEntity cloudProvider,
        UrlEntity bandwidthPricing,
        @Size(max = 255) String operatingSystem,
        @Min(1) @Max(CartRules.MAXIMUM_ORDERS) Integer quantity,
        Map<String, Integer> billingItems,
        Map<String, @Size(max = 4096) String> configurationParameters,
        Map<String, String> metadata,
        List<UrlEntity> orders) {

    static CartItemBody of(CartItem item) {
        return new CartItemBody(
                item.id(),
                "cart/item/" + item.id(),
                UrlEntity.of("productVersion", item.planId()),
                UrlEntity.of("cloudProvider", item.providerId()),
                UrlEntity.of("bandwidthPricing", item.bandwidthPricingId()),
                item.operatingSystem(),
                item.quantity(),
                item.billingItems(),
                item.configurationParameters(),
                item.metadata(),
                References.of("order", item.orders()));
    }

    CartItem toDomain(int place) {
        String field = "items[" + place + "].";
        return new CartItem(
                id,
                References.required(productVersion, "productVersion", field + "productVersion"),
                UrlEntity.id(cloudProvider, "cloudProvider", field + "cloudProvider"),
                UrlEntity.id(bandwidthPricing, "bandwidthPricing", field + "bandwidthPricing"),
                References.text(operatingSystem),
                References.or(quantity, 1),
                References.or(billingItems, Map.of()),
                References.or(configurationParameters, Map.of()),
                References.or(metadata, Map.of()),
                List.of());
    }
}
