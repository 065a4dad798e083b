package io.mercato.platform.cmw.search;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.search.ProductSales;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a list of products consists of, and is ordered by. The list itself is the resource's. */
@Component
public class SearchRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter as the list of products takes it; Out: its facets; Fails: to the caller
        from("direct:cmw-get-product-facets").routeId("cmw-get-product-facets").errorHandler(noErrorHandler())
            .bean("productFacets", "of(${variable.principal}, ${variable.filter})");

        // In:  the clock; Out: products can be ordered by what was ordered and tried since the last time
        // Fails: logged; nothing is lost, added up at the next tick
        from("timer:cmw-product-sales?period={{mercato.cmw.product-sales-period:60000}}").routeId("cmw-clock-product-sales")
            .routeConfigurationId("clock")
            .to("direct:cmw-add-up-product-sales");

        // In:  nothing; Out: sales are added up in each product's row; Fails: rolled back, to the caller
        from("direct:cmw-add-up-product-sales").routeId("cmw-add-up-product-sales").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(ProductSales.class, "addUp");
        // spotless:on
    }
}
