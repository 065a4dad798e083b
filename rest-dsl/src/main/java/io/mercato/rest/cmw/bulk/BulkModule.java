package io.mercato.rest.cmw.bulk;

import static io.mercato.rest.Operation.ADMINISTRATORS;

import io.mercato.domain.cmw.bulk.BulkImport;
import io.mercato.domain.cmw.people.User;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** The REST face of tables: users, all at once. */
@Component
public class BulkModule extends RestModule {

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        // spotless:off
        // In:    variable principal, body Upload
        // Out:   nothing: the table is accepted, variable location
        // Fails: INVALID for what is no table or has a wrong header, REJECTED for one that is too large: nothing is accepted
        from("direct:rest-read-users-table").routeId("rest-read-users-table").errorHandler(noErrorHandler())
            .bean("usersTable", "read(${body})")
            .to("direct:cmw-accept-bulk-users");
        // spotless:on
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of(
                                "list-bulk-users",
                                "GET",
                                "/bulk/users",
                                "direct:cmw-list-user",
                                "All users, as a table that can be sent back")
                        .allowed(ADMINISTRATORS)
                        .answersMany(UserRowBody.class, User.class, UserRowBody::of),
                Operation.of(
                                "accept-bulk-users",
                                "PUT",
                                "/bulk/users",
                                "direct:rest-read-users-table",
                                "Makes and changes users as a table (CSV) says; Location is where the result stands")
                        .allowed(ADMINISTRATORS)
                        .takesUpload()
                        .accepted(),
                Operation.of(
                                "list-bulk-results",
                                "GET",
                                "/bulk/result",
                                "direct:cmw-list-bulk-results",
                                "Tables that were sent, the newest first, with what failed")
                        .allowed(ADMINISTRATORS)
                        .answersMany(BulkImportResultBody.class, BulkImport.class, BulkImportResultBody::of),
                Operation.of(
                                "get-bulk-result",
                                "GET",
                                "/bulk/result/{requestId}",
                                "direct:cmw-get-bulk-result",
                                "What became of a table, row by row")
                        .allowed(ADMINISTRATORS)
                        .answers(BulkImportResultBody.class, BulkImport.class, BulkImportResultBody::detail));
    }
}
