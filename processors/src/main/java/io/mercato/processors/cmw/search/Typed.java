package io.mercato.processors.cmw.search;

import io.mercato.domain.cmw.search.SearchWords;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.sql.FreshPlans;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes a query of full text search of what somebody typed in his language. The last word may be the beginning of one: of a
 * known word, else of any. If the reader sees no product at all with these words, those that no product has are taken for
 * the nearest ones that some have. That depends on the words and the reader only, so lists and facets with other filters look
 * for the same.
 */
class Typed {
    private static final String QUERY =
            "select cast(cmw.search_query(:language, cast(:words as text[]), :begun) as text) as query";
    private static final String CORRECTION =
            "select cmw.search_correction(word) as word from unnest(cast(:words as text[])) with ordinality t (word, place)"
                    + " order by place";

    private final FreshPlans database;

    Typed(FreshPlans database) {
        this.database = database;
    }

    /**
     * What is looked for.
     *
     * @param query as PostgreSQL reads it, never empty
     * @param text what was typed, which a name may begin with
     */
    record Sought(String query, String text) {

        Conditions in(Conditions conditions) {
            return conditions.worded(query);
        }
    }

    /**
     * What is found by the words of a filter.
     *
     * @param nothing for what has no words
     * @param search finds something by words
     * @param isEmpty of what was found: whether it may be for want of the words that nothing was
     */
    <T> T search(Principal who, Filter filter, T nothing, Function<Sought, T> search, Predicate<T> isEmpty) {
        SearchWords typed = SearchWords.of(filter.text("query"));
        if (typed.isEmpty()) {
            return nothing;
        }
        Sought asTyped = sought(who, typed.words(), typed.text(), false);
        T found = search.apply(asTyped);
        if (!isEmpty.test(found) || isSeen(who, asTyped)) {
            return found;
        }
        Sought begun = sought(who, typed.words(), typed.text(), true);
        if (!begun.equals(asTyped)) {
            found = search.apply(begun);
            if (!isEmpty.test(found) || isSeen(who, begun)) {
                return found;
            }
        }
        List<String> corrected = database.list(
                CORRECTION, Map.of("words", Arrays.of(typed.words())), (row, index) -> row.getString("word"));
        return corrected.equals(typed.words()) ? found : search.apply(sought(who, corrected, typed.text(), false));
    }

    /** @param begun whether the last word may begin any word, and not only known ones */
    private Sought sought(Principal who, List<String> words, String text, boolean begun) {
        Map<String, Object> parameters = Map.of("language", who.language(), "words", Arrays.of(words), "begun", begun);
        return new Sought(database.single(QUERY, parameters, (row, index) -> row.getString("query")), text);
    }

    /** Looks for as many as a search does, for which the database takes the index, and stops at the first one. */
    private boolean isSeen(Principal who, Sought sought) {
        Conditions conditions = sought.in(Conditions.seenBy(who));
        Map<String, Object> parameters = conditions.parameters();
        parameters.put("best", ProductSearch.BEST);
        return !database.list(
                        "select 1 from (" + conditions.select("1") + " limit :best) found limit 1",
                        parameters,
                        (row, index) -> true)
                .isEmpty();
    }
}
