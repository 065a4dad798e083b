package io.mercato.domain.cmw.invoice;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * @param unitPrice without tax, 4 decimals
 * @param vatRate in percent
 * @param resource what it is for, where that is counted; null for anything else
 */
public record InvoiceLine(
        LineType type,
        String description,
        Money unitPrice,
        BigDecimal quantity,
        BigDecimal vatRate,
        @Nullable Resource resource) {

    /**
     * @param billingItemId null for what is no extra resource
     * @param unit what the quantity counts
     * @param tag of the range that the price comes from
     */
    public record Resource(
            @Nullable Integer billingItemId,
            @Nullable String unit,
            @Nullable String tag) {
        public static final Resource NONE = new Resource(null, null, null);
    }

    public InvoiceLine(LineType type, String description, Money unitPrice, BigDecimal quantity, BigDecimal vatRate) {
        this(type, description, unitPrice, quantity, vatRate, null);
    }

    /** What the line comes to: price × quantity, rounded half up to 2 decimals (behaviour §6). */
    public Money net() {
        return unitPrice.times(quantity).owed();
    }
}
