package io.mercato.domain.cmw.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices of the quantities from {@code start} to {@code end}, each without tax.
 *
 * @param end last quantity; null when it is open
 * @param step quantities are {@code start}, {@code start + step}, …
 * @param price of a unit, or of the whole range where the scheme is {@code STAIRSTEP}; for one period
 * @param setup once, whatever the quantity
 * @param proportionalSetup once for each unit
 */
public record PriceRange(
        int start,
        @Nullable Integer end,
        int step,
        BigDecimal price,
        BigDecimal setup,
        BigDecimal proportionalSetup,
        @Nullable String tag) {

    /** A range with a price and nothing else. */
    public static PriceRange of(int start, @Nullable Integer end, String price) {
        return new PriceRange(start, end, 1, new BigDecimal(price), BigDecimal.ZERO, BigDecimal.ZERO, null);
    }

    boolean reaches(BigDecimal quantity) {
        return end == null || quantity.compareTo(BigDecimal.valueOf(end)) <= 0;
    }

    boolean holds(int quantity) {
        return quantity >= start && (end == null || quantity <= end) && (quantity - start) % step == 0;
    }
}
