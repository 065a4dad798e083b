package io.mercato.processors.cmw.search;

import io.mercato.domain.cmw.search.Facet;
import io.mercato.domain.cmw.search.FacetKind;
import io.mercato.processors.cmw.Localised;
import io.mercato.processors.sql.FreshPlans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives categories, vendors and clouds, which filters know by number, the names that people know. */
class FacetNames {
    private static final Map<FacetKind, String> NAMES = Map.of(
            FacetKind.CATEGORY, "select id, " + Localised.column("c", "name") + " as name from cmw.category c",
            FacetKind.VENDOR, "select id, name from cmw.company c",
            FacetKind.CLOUD_PROVIDER, "select id, coalesce(alias, name) as name from cmw.cloud_provider c");

    private final FreshPlans database;

    FacetNames(FreshPlans database) {
        this.database = database;
    }

    List<Facet> give(List<Facet> facets, String language) {
        return facets.stream().map(facet -> give(facet, language)).toList();
    }

    private Facet give(Facet facet, String language) {
        String sql = NAMES.get(facet.kind());
        if (sql == null) {
            return facet;
        }
        List<String> ids = facet.counts().stream().map(Facet.Count::value).toList();
        Map<String, String> names = new HashMap<>();
        database.list(
                sql + " where c.id = any(cast(:ids as int[]))",
                Map.of("ids", Arrays.of(ids), "language", language),
                (row, index) -> names.put(row.getString("id"), row.getString("name")));
        return new Facet(
                facet.kind(),
                facet.counts().stream()
                        .map(count -> new Facet.Count(count.value(), names.get(count.value()), count.count()))
                        .toList());
    }
}
