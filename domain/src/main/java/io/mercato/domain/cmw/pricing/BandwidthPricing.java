package io.mercato.domain.cmw.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an amount of traffic costs for a month at a cloud provider.
 *
 * @param id null until it is stored
 * @param cost what the platform pays; only staff see it
 * @param price what the customer pays
 * @param traffic gigabytes in a month
 */
public record BandwidthPricing(
        @Nullable Integer id, int cloudProviderId, @Nullable BigDecimal cost, BigDecimal price, BigDecimal traffic) {

    /** What everybody may know of it. */
    public BandwidthPricing reduced() {
        return new BandwidthPricing(id, cloudProviderId, null, price, traffic);
    }
}
