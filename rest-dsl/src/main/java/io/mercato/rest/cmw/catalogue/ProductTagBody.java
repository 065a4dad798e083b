package io.mercato.rest.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.ProductTag;

/** {@code ProductTag} of the contract. */
public record ProductTagBody(String tag, Long productCount) {

    static ProductTagBody of(ProductTag tag) {
        return new ProductTagBody(tag.tag(), tag.productCount());
    }
}
