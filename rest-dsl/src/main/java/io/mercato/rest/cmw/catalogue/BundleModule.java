package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.catalogue.Bundle;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bundles, as they belong to a product. */
@Component
public class BundleModule extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(Operation.of(
                        "list-bundles-of-product",
                        "GET",
                        "/product/{id}/bundled",
                        "direct:cmw-list-bundles-of-product",
                        "The bundles that hold a product, with all that they hold")
                .allowed(EVERYBODY)
                .answersMany(ProductBundleBody.class, Bundle.class, ProductBundleBody::of));
    }
}
