package io.mercato.processors.cmw.search;

import static java.util.Comparator.comparing;

import io.mercato.domain.cmw.search.Facet;
import io.mercato.domain.cmw.search.FacetKind;
import io.mercato.domain.cmw.search.ProductFacets;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.sql.FreshPlans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the list with these filters consists of. A kind that is narrowed already is counted without its own filter, for
 * its other values are what could be chosen instead.
 */
@Component("productFacets")
public class ProductFacetsStore {
    /** More rows than these are not counted one by one. */
    static final int COUNTED = 10_000;

    private final FreshPlans database;
    private final Typed typed;
    private final Tally tally;
    private final FacetNames names;

    public ProductFacetsStore(FreshPlans database) {
        this.database = database;
        this.typed = new Typed(database);
        this.tally = new Tally(database);
        this.names = new FacetNames(database);
    }

    public ProductFacets of(Principal who, Filter filter) {
        if (filter.text("query") == null) {
            return facets(who, Filters.of(who, filter), Long.MAX_VALUE);
        }
        return typed.search(
                who,
                filter,
                new ProductFacets(0, true, List.of()),
                sought -> facets(who, sought.in(Filters.of(who, filter)), ProductSearch.BEST),
                facets -> facets.totalItems() == 0);
    }

    /** @param most what a list shows at most */
    private ProductFacets facets(Principal who, Conditions conditions, long most) {
        Counted all = count(conditions);
        boolean complete = all.complete;
        Map<FacetKind, Map<String, Long>> kinds = new HashMap<>();
        for (FacetKind kind : FacetKind.values()) {
            Counted counted = conditions.narrowsTo(kind) ? count(conditions.without(kind)) : all;
            complete &= counted.complete;
            kinds.put(kind, counted.marks);
        }
        long total = most == Long.MAX_VALUE ? tally.count(conditions) : Math.min(most, all.total());
        List<Facet> facets = Stream.of(FacetKind.values())
                .map(kind -> facet(kind, kinds.get(kind), most))
                .filter(facet -> !facet.counts().isEmpty())
                .toList();
        return new ProductFacets(total, complete, names.give(facets, who.language()));
    }

    private record Counted(Map<String, Long> marks, boolean complete) {

        long total() {
            return marks.getOrDefault(Tally.ALL, 0L);
        }
    }

    private Counted count(Conditions conditions) {
        if (conditions.isSimple() && conditions.marks().isEmpty()) {
            return new Counted(tally.ofAll(conditions), true);
        }
        Map<String, Object> parameters = conditions.parameters();
        parameters.put("limit", COUNTED);
        Map<String, Long> marks = new HashMap<>();
        database.list(
                "select token, count(*) as n from (" + conditions.select("d.tokens")
                        + " limit :limit) found, unnest(tokens) token group by token",
                parameters,
                (row, index) -> marks.put(row.getString("token"), row.getLong("n")));
        return new Counted(marks, marks.getOrDefault(Tally.ALL, 0L) < COUNTED);
    }

    private static Facet facet(FacetKind kind, Map<String, Long> marks, long most) {
        return new Facet(
                kind,
                marks.entrySet().stream()
                        .filter(entry -> kind.marks(entry.getKey()))
                        .map(entry ->
                                new Facet.Count(kind.value(entry.getKey()), null, Math.min(most, entry.getValue())))
                        .sorted(comparing(Facet.Count::count).reversed().thenComparing(Facet.Count::value))
                        .limit(Facet.MAXIMUM)
                        .toList());
    }
}
