package io.mercato.processors.cmw.search;

import io.mercato.domain.cmw.catalogue.CatalogueAccess.Sight;
import io.mercato.processors.sql.FreshPlans;
import java.util.HashMap;
import java.util.Map;

/** How many products there are of each mark: counted when they are written, so that nobody counts them to read. */
class Tally {
    /** The mark of all products. */
    static final String ALL = "*";

    private final FreshPlans database;

    Tally(FreshPlans database) {
        this.database = database;
    }

    /** How many rows meet the conditions, exactly. */
    long count(Conditions conditions) {
        if (conditions.isSimple()) {
            String mark = conditions.marks().stream().findFirst().orElse(ALL);
            return marks(conditions, "= :mark", mark).getOrDefault(mark, 0L);
        }
        return database.single(
                "select count(*) as n from cmw.product_search d where " + conditions.sql(),
                conditions.parameters(),
                (row, index) -> row.getLong("n"));
    }

    /** How many there are of each mark, of all that the reader sees. */
    Map<String, Long> ofAll(Conditions seen) {
        return marks(seen, "is not null", null);
    }

    private Map<String, Long> marks(Conditions seen, String which, String mark) {
        Map<String, Object> parameters = seen.parameters();
        parameters.put("mark", mark);
        Map<String, Long> numbers = new HashMap<>();
        String listed = seen.sight() == Sight.EVERYTHING ? "" : " and listed";
        add(
                numbers,
                "select token, sum(n) as n from cmw.product_tally where token " + which + listed + " group by token",
                parameters);
        if (seen.sight() == Sight.OWN_AND_PUBLISHED) {
            add(
                    numbers,
                    "select token, count(*) as n from cmw.product_search d, unnest(d.tokens) token"
                            + " where not d.listed and d.company_id = :own and token " + which + " group by token",
                    parameters);
        }
        return numbers;
    }

    private void add(Map<String, Long> numbers, String sql, Map<String, Object> parameters) {
        database.list(sql, parameters, (row, index) -> {
            numbers.merge(row.getString("token"), row.getLong("n"), Long::sum);
            return index;
        });
    }
}
