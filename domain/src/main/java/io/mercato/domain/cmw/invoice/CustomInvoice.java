package io.mercato.domain.cmw.invoice;

import io.mercato.domain.cmw.order.OrderType;
import java.util.List;

/**
 * An invoice that a vendor writes.
 *
 * @param cashed the vendor has the money already; the platform is only told
 */
public record CustomInvoice(Type type, boolean cashed, List<VendorCost> costs) {

    public CustomInvoice {
        costs = List.copyOf(costs);
    }

    /** What it is for, as the published client names it. */
    public enum Type {
        UPSELL,
        CHUNKED,
        CASHED,
        REFUND
    }

    public boolean isCashed() {
        return cashed || type == Type.CASHED;
    }

    public OrderType orderType() {
        return switch (type) {
            case UPSELL, CASHED -> OrderType.UPSELL;
            case CHUNKED -> OrderType.CHUNKED;
            case REFUND -> OrderType.REFUND;
        };
    }
}
