package io.mercato.domain.cmw.search;

import java.util.List;

/**
 * Ranges of prices by the month that products are counted by: from, included, to, excluded; {@code 0} is for nothing.
 * The function {@code cmw.search_price_range} says the same; a test holds the two together.
 */
public final class PriceRanges {
    public static final List<String> ALL = List.of("0", "0-10", "10-50", "50-100", "100-500", "500-");

    private PriceRanges() {}
}
