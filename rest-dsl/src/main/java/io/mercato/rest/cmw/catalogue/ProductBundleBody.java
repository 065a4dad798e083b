package io.mercato.rest.cmw.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mercato.domain.cmw.catalogue.Bundle;
import java.math.BigDecimal;
import java.util.List;

/** {@code ProductBundle} of the contract: a product with what it bundles. */
public record ProductBundleBody(@JsonUnwrapped ProductBody product, List<ProductDiscount> bundled) {

    /** @param discount percent */
    public record ProductDiscount(ProductBody product, BigDecimal discount) {}

    static ProductBundleBody of(Bundle bundle) {
        return new ProductBundleBody(
                ProductBody.detail(bundle.product()),
                bundle.parts().stream()
                        .map(part -> new ProductDiscount(ProductBody.of(part.product()), part.discount()))
                        .toList());
    }
}
