package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.catalogue.OperatingSystem;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of a machine costs at a cloud provider.
 *
 * @param id null until it is stored
 * @param operatingSystem that the price is for; null for any
 * @param cost what the platform pays; only staff see it
 * @param price what the customer pays
 * @param reserved prices of a machine that is reserved for so many months
 * @param deprecated whether it is kept for old subscriptions only
 */
public record InstancePricing(
        @Nullable Integer id,
        int cloudProviderId,
        int instanceTypeId,
        @Nullable OperatingSystem operatingSystem,
        @Nullable BigDecimal cost,
        BigDecimal price,
        Map<Integer, Reserved> reserved,
        boolean deprecated) {

    /** @param upfront once for the whole time of the reservation */
    public record Reserved(@Nullable BigDecimal cost, BigDecimal price, BigDecimal upfront) {}

    /** What everybody may know of it. */
    public InstancePricing reduced() {
        Map<Integer, Reserved> prices = new TreeMap<>();
        reserved.forEach((months, one) -> prices.put(months, new Reserved(null, one.price(), one.upfront())));
        return new InstancePricing(
                id, cloudProviderId, instanceTypeId, operatingSystem, null, price, prices, deprecated);
    }
}
