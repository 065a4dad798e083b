package io.mercato.processors.cmw.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often products were sold and tried, as lists are ordered by it. Orders leave a row each in {@code cmw.product_sale}, so
 * that no two of them wait for each other at a product that many buy.
 */
@Component
public class ProductSales {
    private static final String ADD_UP = """
            with gone as (
                delete from cmw.product_sale returning product_id, sold, tried),
            sums as materialized (
                select product_id, sum(sold) as sold, sum(tried) as tried from gone group by product_id),
            held as materialized (
                select d.product_id
                  from cmw.product_search d
                 where d.product_id in (select product_id from sums)
                 order by d.product_id
                   for no key update)
            update cmw.product_search d
               set sold = d.sold + sums.sold, tried = d.tried + sums.tried
              from sums
              join held using (product_id)
             where d.product_id = sums.product_id
            """;

    private final JdbcClient jdbc;

    public ProductSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds up what was ordered since the last time, in the caller's transaction. */
    public void addUp() {
        jdbc.sql(ADD_UP).update();
    }
}
