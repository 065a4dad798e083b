package io.mercato.processors.cmw.search;

import io.mercato.domain.paging.Filter;

/** How a list of products is ordered: {@code orderingType}. */
enum Ordering {
    /** How well it answers the words; without words as {@code WEIGHT}. */
    RELEVANCE("d.weight desc, d.sort_name, d.product_id"),
    WEIGHT("d.weight desc, d.sort_name, d.product_id"),
    NAME("d.sort_name, d.product_id"),
    NEWEST("d.published_at desc nulls last, d.product_id desc"),
    PRICE("d.price, d.product_id"),
    RATING("d.rating desc nulls last, d.rating_count desc, d.product_id"),
    TOPSOLD(sold("s.type not in ('TRIAL', 'SANDBOX')")),
    TOPTRIED(sold("s.type = 'TRIAL'"));

    private final String sql;

    Ordering(String sql) {
        this.sql = sql;
    }

    private static String sold(String how) {
        return "(select count(*) from cmw.subscription s where s.product_id = d.product_id and " + how
                + ") desc, d.product_id";
    }

    static Ordering of(Filter filter) {
        Ordering asked = filter.oneOf("orderingType", Ordering.class);
        return asked == null ? RELEVANCE : asked;
    }

    String sql() {
        return sql;
    }
}
