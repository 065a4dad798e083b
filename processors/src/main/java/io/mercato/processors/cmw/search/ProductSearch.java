package io.mercato.processors.cmw.search;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.sql.FreshPlans;
import io.mercato.processors.sql.Slice;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Finds products: by filters all of them, in an order that indexes keep; by words the best {@value #BEST}. Why, and what it
 * costs: ADR 0011.
 */
@Component
public class ProductSearch {
    /** More hits than these are neither ranked nor counted: they can be narrowed. */
    static final int BEST = 500;

    private final FreshPlans database;
    private final Typed typed;
    private final Tally tally;
    private final BestHits best;

    public ProductSearch(FreshPlans database) {
        this.database = database;
        this.typed = new Typed(database);
        this.tally = new Tally(database);
        this.best = new BestHits(database);
    }

    /** The ids of one page. */
    public Page<Integer> find(Principal who, Filter filter, PageRequest page) {
        Conditions conditions = Filters.of(who, filter);
        Ordering ordering = Ordering.of(filter);
        if (filter.text("query") == null) {
            return all(conditions, ordering, page);
        }
        return typed.search(
                who,
                filter,
                new Page<>(List.of(), page, 0),
                sought -> best.page(sought.in(conditions), sought.text(), ordering, page),
                found -> found.totalItems() == 0);
    }

    private Page<Integer> all(Conditions conditions, Ordering ordering, PageRequest page) {
        long total = tally.count(conditions);
        Slice slice = Slice.of(page, total, ordering.sql());
        if (slice.isEmpty()) {
            return new Page<>(List.of(), page, total);
        }
        Map<String, Object> parameters = conditions.parameters();
        parameters.put("limit", slice.limit());
        parameters.put("offset", slice.offset());
        List<Integer> ids = database.list(
                "select d.product_id from cmw.product_search d where " + conditions.sql() + " order by " + slice.order()
                        + " limit :limit offset :offset",
                parameters,
                (row, index) -> row.getInt("product_id"));
        return new Page<>(slice.inOrder(ids), page, total);
    }
}
