package io.mercato.processors.cmw.search;

import static java.util.stream.Collectors.joining;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.CatalogueAccess.Sight;
import io.mercato.domain.cmw.search.FacetKind;
import io.mercato.domain.identity.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows of {@code cmw.product_search d} are meant: what the reader may see, marks that they have, and further
 * conditions. What somebody sees is what {@code ProductSight} says, as it is kept in that table; a test holds the two
 * together.
 */
final class Conditions {
    private static final String OWN = "own";

    /** @param kind what it narrows, as a mark would; null for what is no facet */
    private record Further(FacetKind kind, String sql) {}

    private final Sight sight;
    private final Set<String> marks = new LinkedHashSet<>();
    private final List<Further> further = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String words;

    private Conditions(Sight sight) {
        this.sight = sight;
    }

    static Conditions seenBy(Principal who) {
        Sight sight = CatalogueAccess.sight(who);
        Integer company = who.companyId();
        if (sight == Sight.OWN_AND_PUBLISHED && company == null) {
            return new Conditions(Sight.PUBLISHED);
        }
        Conditions conditions = new Conditions(sight);
        if (sight == Sight.OWN_AND_PUBLISHED) {
            conditions.parameters.put(OWN, company);
        }
        return conditions;
    }

    Conditions marked(String mark) {
        marks.add(mark);
        return this;
    }

    Conditions and(String condition) {
        further.add(new Further(null, condition));
        return this;
    }

    /** {@code condition} with {@code :name} in it. */
    Conditions and(String condition, String name, Object value) {
        return and(null, condition, name, value);
    }

    /** The same, of what is counted by this kind. */
    Conditions and(FacetKind kind, String condition, String name, Object value) {
        further.add(new Further(kind, condition));
        parameters.put(name, value);
        return this;
    }

    /** Those that have the words of a query of full text search, in any text. */
    Conditions worded(String query) {
        words = query;
        return this;
    }

    /** The same, whatever value of this kind it has. */
    Conditions without(FacetKind kind) {
        Conditions fewer = new Conditions(sight);
        fewer.words = words;
        further.stream().filter(one -> one.kind() != kind).forEach(fewer.further::add);
        fewer.parameters.putAll(parameters);
        marks.stream().filter(mark -> !kind.marks(mark)).forEach(fewer.marks::add);
        return fewer;
    }

    boolean narrowsTo(FacetKind kind) {
        return marks.stream().anyMatch(kind::marks) || further.stream().anyMatch(one -> one.kind() == kind);
    }

    Sight sight() {
        return sight;
    }

    Set<String> marks() {
        return marks;
    }

    /** Whether there is nothing besides what is seen and at most one mark. */
    boolean isSimple() {
        return further.isEmpty() && words == null && marks.size() <= 1;
    }

    String sql() {
        if (words != null) {
            return sql("d.document @@ cast(:query as tsquery)");
        }
        return marks.isEmpty() ? sql("") : sql("d.tokens @> cast(:marks as text[])");
    }

    /** With {@code indexed} in place of words and marks; {@code :query} are both, {@code :words} the words alone. */
    String sql(String indexed) {
        List<String> all = new ArrayList<>();
        if (sight != Sight.EVERYTHING) {
            all.add(sight == Sight.PUBLISHED ? "d.listed" : "(d.listed or d.company_id = :own)");
        }
        if (!indexed.isEmpty()) {
            all.add(indexed);
        }
        further.forEach(one -> all.add("(" + one.sql() + ")"));
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    /** Words and marks as one query: the index of words holds the marks, too, and only looks where all of them are. */
    private String query() {
        return Stream.concat(Stream.of("(" + words + ")"), marks.stream().map(Conditions::lexeme))
                .collect(joining(" & "));
    }

    private static String lexeme(String mark) {
        return "':" + mark.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A select of all those rows, as they come: for a limit after it. */
    String select(String columns) {
        return words != null
                ? Tiers.select(columns, sql())
                : "select " + columns + " from cmw.product_search d where " + sql();
    }

    /** A map of its own, for more to be put in. */
    Map<String, Object> parameters() {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        if (words != null) {
            all.put("words", words);
            all.put("query", query());
        } else if (!marks.isEmpty()) {
            all.put("marks", Arrays.of(marks));
        }
        return all;
    }
}
