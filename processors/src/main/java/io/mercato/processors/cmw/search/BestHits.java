package io.mercato.processors.cmw.search;

import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.sql.FreshPlans;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hits of full text search, ranked. Candidates are taken where they are likely to be good: names that begin with what was
 * typed, promoted products, names and short descriptions, then all texts. Only they are ranked, however many products have the
 * words.
 */
class BestHits {
    private static final int BY_NAME = 50;
    private static final int PROMOTED = 100;

    // spotless:off
    private static final String CANDIDATES = """
            with candidates as materialized (
                select product_id
                  from ((select d.product_id from cmw.product_search d
                          where %1$s and d.sort_name >= cmw.folded(:text)
                            and d.sort_name < cmw.folded(:text) || U&'\\+10FFFF' and d.document @@ cast(:query as tsquery)
                          order by d.sort_name, d.product_id limit :by_name)
                        union all
                        (select d.product_id from cmw.product_search d
                          where %1$s and d.weight > 0 and d.head @@ cast(:query as tsquery)
                          order by d.weight desc, d.product_id limit :promoted)
                        union all
                        (%3$s union all %4$s limit :best)) several
                 group by product_id)
            select least((select count(*) from candidates), :best) as total,
                   array(select d.product_id
                           from candidates join cmw.product_search d using (product_id)
                          order by %2$s limit :limit offset :offset) as ids
            """;

    /** A name counts 1, a short description, a tag or the vendor 0.4, any other text 0.2; more when the name begins so. */
    private static final String RANK = """
            case when d.head @@ cast(:query as tsquery) then 0.2 else 0 end
                + ts_rank('{0, 0.2, 0.4, 1}', d.head, cast(:query as tsquery), 1)
                + case when d.sort_name = cmw.folded(:text) then 1
                       when starts_with(d.sort_name, cmw.folded(:text)) then 0.5 else 0 end desc, """;
    // spotless:on

    private final FreshPlans database;

    BestHits(FreshPlans database) {
        this.database = database;
    }

    Page<Integer> page(Conditions conditions, Typed.Sought sought, Ordering ordering, PageRequest page) {
        String order = (ordering == Ordering.RELEVANCE ? RANK : "") + ordering.sql();
        Map<String, Object> parameters = conditions.parameters();
        parameters.put("query", sought.query());
        parameters.put("text", sought.text());
        parameters.put("by_name", BY_NAME);
        parameters.put("promoted", PROMOTED);
        parameters.put("best", ProductSearch.BEST);
        parameters.put("limit", Math.max(0, Math.min(page.size(), ProductSearch.BEST - page.offset())));
        parameters.put("offset", page.offset());
        String seen = conditions.sql();
        String heads = Tiers.select("d.product_id", seen + " and d.head @@ cast(:query as tsquery)");
        String others = Tiers.select(
                "d.product_id",
                seen + " and d.document @@ cast(:query as tsquery) and not d.head @@ cast(:query as tsquery)");
        return database.single(CANDIDATES.formatted(seen, order, heads, others), parameters, (row, index) -> {
            Integer[] ids = (Integer[]) row.getArray("ids").getArray();
            return new Page<>(Stream.of(ids).toList(), page, row.getLong("total"));
        });
    }
}
