package io.mercato.platform.cmw.catalogue;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Which bundles a product is in. */
@Component
public class BundleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, id of a product, page; Out: a Page of Bundle; Fails: NOT_FOUND
        from("direct:cmw-list-bundles-of-product").routeId("cmw-list-bundles-of-product").errorHandler(noErrorHandler())
            .bean("bundleStore", "of(${variable.principal}, ${variable.id}, ${variable.page})");
        // spotless:on
    }
}
