package io.mercato.domain.cmw.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An extra resource that plans may offer.
 *
 * @param id null until it is stored
 * @param ownerId company whose plans offer it; null for the platform's, which any plan may
 * @param resellerId reseller who sells it; null for none
 * @param identifier the vendor's own name of it, unlike any other's
 * @param unit what is counted
 * @param endpoint call of an API that it counts; null for none
 * @param quota percents of it that the platform keeps; only its owner and staff see it
 */
public record BillingItem(
        @Nullable Integer id,
        @Nullable Integer ownerId,
        @Nullable Integer resellerId,
        @Nullable String identifier,
        String name,
        String description,
        String longDescription,
        String unit,
        BillingItemType type,
        BillingItemValueType valueType,
        BillingItemPresence presence,
        boolean downgradable,
        @Nullable Endpoint endpoint,
        @Nullable BigDecimal quota,
        int weight) {

    /** A call of an API. */
    public record Endpoint(String method, @Nullable String path) {}

    /** What everybody may know of it. */
    public BillingItem reduced() {
        return new BillingItem(
                id,
                ownerId,
                resellerId,
                identifier,
                name,
                description,
                longDescription,
                unit,
                type,
                valueType,
                presence,
                downgradable,
                endpoint,
                null,
                weight);
    }
}
