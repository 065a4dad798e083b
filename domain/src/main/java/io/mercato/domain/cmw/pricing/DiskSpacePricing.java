package io.mercato.domain.cmw.pricing;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gigabyte of disk costs for a month at a cloud provider.
 *
 * @param id null until it is stored
 * @param cost what the platform pays; only staff see it
 * @param price what the customer pays
 * @param tiers prices of the gigabytes from so many on; those before cost {@code price}
 */
public record DiskSpacePricing(
        @Nullable Integer id,
        int cloudProviderId,
        @Nullable BigDecimal cost,
        BigDecimal price,
        Map<Integer, BigDecimal> tiers) {

    /** What everybody may know of it. */
    public DiskSpacePricing reduced() {
        return new DiskSpacePricing(id, cloudProviderId, null, price, tiers);
    }
}
