package io.mercato.domain.cmw.pricing;

/** What a cloud provider asks a price for. */
public enum CloudPricingType {
    INSTANCE,
    BANDWIDTH,
    DISK_SPACE
}
