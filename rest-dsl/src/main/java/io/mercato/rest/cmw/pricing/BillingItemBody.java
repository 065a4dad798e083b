package io.mercato.rest.cmw.pricing;

import static io.mercato.rest.cmw.References.or;
import static io.mercato.rest.cmw.References.text;

import io.mercato.domain.cmw.pricing.BillingItem;
import io.mercato.domain.cmw.pricing.BillingItemPresence;
import io.mercato.domain.cmw.pricing.BillingItemType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.rest.Call;
import io.mercato.rest.Since;
import io.mercato.rest.UrlEntity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** {@code BillingItem} of the contract: an extra resource. */
public record BillingItemBody(
        Integer id,
        String self,
        UrlEntity owner,
        UrlEntity reseller,
        @Pattern(regexp = "[A-Za-z0-9._-]{1,255}") String identifier,
        @NotBlank @Size(max = 255) String name,
        @NotNull @Size(max = 8192) String description,
        @Size(max = 65536) String longDescription,
        @NotBlank @Size(max = 255) String unit,
        @NotNull BillingItemType type,
        BillingItemValueType valueType,
        @Since(20211004) BillingItemPresence presence,
        Boolean downgradable,
        @Valid ApiEndpoint endpoint,

        @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal cloudesireQuota,

        Integer weight) {

    /** {@code ApiEndpoint} of the contract: a call of an API. */
    public record ApiEndpoint(
            @NotNull @Pattern(regexp = "DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT")
            String method,

            @Size(min = 1, max = 2000) String path) {

        /** Null for none. */
        public static ApiEndpoint of(BillingItem.Endpoint endpoint) {
            return endpoint == null ? null : new ApiEndpoint(endpoint.method(), endpoint.path());
        }
    }

    static BillingItemBody of(BillingItem item) {
        return new BillingItemBody(
                item.id(),
                "billingItem/" + item.id(),
                UrlEntity.of("company", item.ownerId()),
                UrlEntity.of("company", item.resellerId()),
                item.identifier(),
                item.name(),
                item.description(),
                item.longDescription(),
                item.unit(),
                item.type(),
                item.valueType(),
                item.presence(),
                item.downgradable(),
                ApiEndpoint.of(item.endpoint()),
                item.quota(),
                item.weight());
    }

    BillingItem toDomain(Call call) {
        return new BillingItem(
                null,
                UrlEntity.id(owner, "company", "owner"),
                UrlEntity.id(reseller, "company", "reseller"),
                text(identifier),
                name.strip(),
                description,
                or(longDescription, ""),
                unit.strip(),
                type,
                or(valueType, BillingItemValueType.PRE_PAID),
                or(presence, BillingItemPresence.OPTIONAL),
                or(downgradable, true),
                endpoint == null ? null : new BillingItem.Endpoint(endpoint.method(), endpoint.path()),
                cloudesireQuota,
                or(weight, 0));
    }
}
