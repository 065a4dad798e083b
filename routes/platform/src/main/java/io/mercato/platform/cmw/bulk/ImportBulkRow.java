package io.mercato.platform.cmw.bulk;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.bulk.BulkDesk;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Makes or changes a user as a row says, by the rules of the single operations. That the row is dealt with is written in the
 * transaction that does so: a message that comes again finds nothing to do. One row's failure is that row's.
 */
@Component
public class ImportBulkRow extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    cmw.bulk-rows: ImportRow as JSON, grouped by table
        // Out:   the user is made or changed, or the row has failed for good, with the reason on record
        // Fails: rolled back and redelivered by the broker while something is away, then cmw.bulk-rows.dead
        from("jms:queue:{{queue.cmw.bulk-rows}}").routeId("cmw-import-bulk-row").routeConfigurationId("transacted")
            .setVariable("row", method("bulkStore", "pending(${body})"))
            .removeHeaders("*")
            .filter(variable("row").isNotNull())
                .doTry()
                    .to("direct:cmw-import-bulk-user")
                .doCatch(Exception.class).onWhen(failed -> BulkDesk.isFinal(failed.getException()))
                    .to("direct:cmw-fail-bulk-row")
                .end()
            .end();

        // In:    variable row
        // Out:   as above
        // Fails: as the operations do that make and change one user
        from("direct:cmw-import-bulk-user").routeId("cmw-import-bulk-user").errorHandler(noErrorHandler())
            .setVariable("principal", method("bulkDesk", "executor(${variable.row})"))
            .choice()
                .when(simple("${variable.row.content.id} == null")).to("direct:cmw-register-bulk-user")
                .otherwise().to("direct:cmw-change-bulk-user")
            .end();

        // In:    variables principal, row
        // Out:   the user, his account, an e-mail to him
        // Fails: as registration does; an account that was made meanwhile is taken over by the next attempt
        from("direct:cmw-register-bulk-user").routeId("cmw-register-bulk-user").errorHandler(noErrorHandler())
            .setBody(simple("${variable.row.content.registration}"))
            .setVariable("registration", method("registrationDesk", "decide(${variable.principal}, ${body})"))
            .setBody(method("registrationDesk", "account(${variable.registration})"))
            .to("direct:identity-save-account")
            .setVariable("registeredAccount", body())
            .to("direct:cmw-store-bulk-user");

        // In: variables principal, row, registration, registeredAccount; Out: user and row are on record; Fails: rolled back
        from("direct:cmw-store-bulk-user").routeId("cmw-store-bulk-user").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .filter(method("bulkStore", "lock(${variable.row})"))
                .to("direct:cmw-store-registration")
                .bean("bulkStore", "done(${variable.row}, ${body.id})")
            .end();

        // In: variables principal, row; Out: user and row are on record; Fails: rolled back, as the single change does
        from("direct:cmw-change-bulk-user").routeId("cmw-change-bulk-user").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .filter(method("bulkStore", "lock(${variable.row})"))
                .setVariable("id", simple("${variable.row.content.id}", Integer.class))
                .to("direct:cmw-lock-user")
                .bean("bulkDesk", "change(${variable.principal}, ${variable.row})")
                .bean("bulkStore", "done(${variable.row}, ${body.id})")
            .end();

        // In: variable row, the exception; Out: why it failed is on record; Fails: rolled back
        from("direct:cmw-fail-bulk-row").routeId("cmw-fail-bulk-row").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("bulkDesk", "fail(${variable.row}, ${exception})");
        // spotless:on
    }
}
