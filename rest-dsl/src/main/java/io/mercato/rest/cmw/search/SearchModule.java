package io.mercato.rest.cmw.search;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.search.ProductFacets;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** The REST face of search, beyond the published contract. */
@Component
public class SearchModule extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(Operation.of(
                        "get-product-facets",
                        "GET",
                        "/product/facets",
                        "direct:cmw-get-product-facets",
                        "How many products of the list with these filters have each category, type, vendor, tag, cloud,"
                                + " price, rating, trial")
                .allowed(EVERYBODY)
                .answers(ProductFacetsBody.class, ProductFacets.class, ProductFacetsBody::of));
    }
}
