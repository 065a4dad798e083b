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
    private static final int PROMOTED = 200;

    /** When an eighth of the products has fewer hits than these, there are not more in all than are ranked. */
    private static final int FEW = ProductSearch.BEST / 8 - 2;

    // spotless:off
    /** What candidates are ranked and ordered by. */
    private static final String COLUMNS = "d.product_id, d.head, d.weight, d.sort_name, d.published_at, d.price, d.rating,"
            + " d.rating_count, d.sold, d.tried";

    /** A name counts 1, a short description, a tag or the vendor 0.4, any other text 0.2; more when the name begins so. */
    private static final String RANK = """
            case when d.head @@ cast(:words as tsquery) then 0.2 else 0 end
                + ts_rank('{0, 0.2, 0.4, 1}', d.head, cast(:words as tsquery), 1)
                + case when d.sort_name = cmw.folded(:text) then 1
                       when starts_with(d.sort_name, cmw.folded(:text)) then 0.5 else 0 end desc, """;

    private static final String CANDIDATES = """
            with heads as materialized (%1$s limit :best),
            others as materialized (%2$s limit :best),
            hits as materialized (select case
                when (select count(*) from heads) >= :few then true
                else (select count(*) from heads) + (select count(*) from others) >= :few end as are_many),
            candidates as materialized (
                select distinct on (product_id) *
                  from ((%3$s and d.sort_name >= cmw.folded(:text) and d.sort_name < cmw.folded(:text) || U&'\\+10FFFF'
                          order by d.sort_name, d.product_id limit :by_name)
                        union all
                        (%4$s and d.weight > 0 limit :promoted)
                        union all
                        (select * from heads
                         union all %5$s and (select are_many from hits)
                         union all select * from others
                         union all %6$s and (select are_many from hits)
                         union all %7$s and not (select are_many from hits)
                         limit :best)) several)
            select least((select count(*) from candidates), :best) as total,
                   array(select d.product_id from candidates d order by %8$s limit :limit offset :offset) as ids
            """;
    // spotless:on

    private final FreshPlans database;

    BestHits(FreshPlans database) {
        this.database = database;
    }

    /** @param conditions with words */
    Page<Integer> page(Conditions conditions, String text, Ordering ordering, PageRequest page) {
        Map<String, Object> parameters = conditions.parameters();
        parameters.put("text", text);
        parameters.put("by_name", BY_NAME);
        parameters.put("promoted", PROMOTED);
        parameters.put("few", FEW);
        parameters.put("best", ProductSearch.BEST);
        parameters.put("limit", Math.max(0, Math.min(page.size(), ProductSearch.BEST - page.offset())));
        parameters.put("offset", page.offset());
        return database.single(sql(conditions, ordering), parameters, (row, index) -> {
            Integer[] ids = (Integer[]) row.getArray("ids").getArray();
            return new Page<>(Stream.of(ids).toList(), page, row.getLong("total"));
        });
    }

    /**
     * The last tier, which is nearly all, is read for heads first only when there are more hits than are ranked. Else all
     * hits are read, whichever text they are in.
     */
    private static String sql(Conditions conditions, Ordering ordering) {
        String any = conditions.sql();
        String head = conditions.sql("d.head @@ cast(:query as tsquery)");
        String other = any + " and not d.head @@ cast(:words as tsquery)";
        String all = "select " + COLUMNS + " from cmw.product_search d where ";
        return CANDIDATES.formatted(
                Tiers.selectOfAnEighth(COLUMNS, head),
                Tiers.selectOfAnEighth(COLUMNS, other),
                all + any,
                all + head,
                Tiers.selectOf(Tiers.LAST, COLUMNS, head),
                Tiers.selectOf(Tiers.LAST, COLUMNS, other),
                Tiers.selectOf(Tiers.LAST, COLUMNS, any),
                (ordering == Ordering.RELEVANCE ? RANK : "") + ordering.sql());
    }
}
