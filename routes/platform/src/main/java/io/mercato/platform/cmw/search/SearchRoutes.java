package io.mercato.platform.cmw.search;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a list of products consists of. The list itself is the resource's. */
@Component
public class SearchRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter as the list of products takes it; Out: its facets; Fails: to the caller
        from("direct:cmw-get-product-facets").routeId("cmw-get-product-facets").errorHandler(noErrorHandler())
            .bean("productFacets", "of(${variable.principal}, ${variable.filter})");
        // spotless:on
    }
}
