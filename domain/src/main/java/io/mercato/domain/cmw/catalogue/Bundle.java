package io.mercato.domain.cmw.catalogue;

import java.math.BigDecimal;
import java.util.List;

/** A product of type {@code BUNDLE} with what its published plans hold. */
public record Bundle(Product product, List<Part> parts) {

    /** @param discount percent on the plan that is bundled; the greatest, when several plans of the bundle hold the product */
    public record Part(Product product, BigDecimal discount) {}
}
