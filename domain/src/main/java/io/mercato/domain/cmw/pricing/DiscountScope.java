package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.invoice.LineType;

/** What a discount takes from, as the published client names it. */
public enum DiscountScope {
    /** The licence of a period. */
    LICENSE_ONLY,
    /** The licence and the extra resources of a period. */
    LICENSE_AND_EXTRAS,
    /** All that is to pay: set-up and cloud, too. */
    TOTAL;

    public boolean covers(LineType type) {
        return switch (this) {
            case LICENSE_ONLY -> type == LineType.PRODUCT;
            case LICENSE_AND_EXTRAS -> type == LineType.PRODUCT || type == LineType.BILLINGITEMRECURRING;
            case TOTAL -> true;
        };
    }
}
