package io.mercato.domain.cmw.search;

import java.util.List;

/**
 * What a list of products consists of.
 *
 * @param totalItems items of the list
 * @param complete whether all products were counted: if not, each number is the least that it can be
 */
public record ProductFacets(long totalItems, boolean complete, List<Facet> facets) {

    public ProductFacets {
        facets = List.copyOf(facets);
    }
}
