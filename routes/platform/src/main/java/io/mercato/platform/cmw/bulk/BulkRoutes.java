package io.mercato.platform.cmw.bulk;

import io.mercato.platform.messaging.TransactionPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Takes tables of users, and tells what became of them. */
@Component
public class BulkRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    variable principal, body list of BulkRow
        // Out:   nothing: each row that can be read is on the queue cmw.bulk-rows, variable location
        // Fails: rolled back
        from("direct:cmw-accept-bulk-users").routeId("cmw-accept-bulk-users").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("requestId", method("bulkStore", "accept(${variable.principal}, ${body})"))
            .setVariable("location", simple("bulk/result/${variable.requestId}"))
            .setBody(constant((Object) null));

        // In: variable page; Out: a Page of BulkImport, the newest first; Fails: to the caller
        from("direct:cmw-list-bulk-results").routeId("cmw-list-bulk-results").errorHandler(noErrorHandler())
            .bean("bulkStore", "list(${variable.page})");

        // In: variable path with requestId; Out: BulkImport with all of its rows; Fails: NOT_FOUND
        from("direct:cmw-get-bulk-result").routeId("cmw-get-bulk-result").errorHandler(noErrorHandler())
            .bean("bulkStore", "get(${variable.path})");

        // In: the clock; Out: what became of old tables is forgotten; Fails: logged, tried again with the next tick
        from("timer:cmw-forget-bulk?period=1h").routeId("cmw-clock-forget-bulk").routeConfigurationId("clock")
            .bean("bulkStore", "forget({{mercato.cmw.bulk.retention:90d}})");
        // spotless:on
    }
}
