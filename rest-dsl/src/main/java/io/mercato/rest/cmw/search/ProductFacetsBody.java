package io.mercato.rest.cmw.search;

import io.mercato.domain.cmw.search.Facet;
import io.mercato.domain.cmw.search.ProductFacets;
import java.util.List;

/**
 * What a list of products consists of.
 *
 * @param totalItems items of the list, as its header says
 * @param complete whether all were counted; if not, each count is the least that it can be
 */
public record ProductFacetsBody(long totalItems, boolean complete, List<FacetBody> facets) {

    /** @param filter query key of the list that is narrowed to one of the values */
    public record FacetBody(String filter, List<ValueBody> values) {}

    /** @param name what people call it; left away for what is called by its value */
    public record ValueBody(String value, String name, long count) {}

    static ProductFacetsBody of(ProductFacets facets) {
        return new ProductFacetsBody(
                facets.totalItems(),
                facets.complete(),
                facets.facets().stream().map(ProductFacetsBody::of).toList());
    }

    private static FacetBody of(Facet facet) {
        return new FacetBody(
                facet.kind().filter(),
                facet.counts().stream()
                        .map(count -> new ValueBody(count.value(), count.name(), count.count()))
                        .toList());
    }
}
