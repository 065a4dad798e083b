package io.mercato.platform.cmw.people;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.changelog.ChangelogStore;
import org.springframework.stereotype.Component;

/** What there is to a user besides his five operations; what the panel tells; countries. */
@Component
public class UserRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("notification", "notification", "notificationStore");
        // spotless:off
        // In:  variables principal, path with externalId; Out: body the user; Fails: NOT_FOUND
        from("direct:cmw-get-user-by-external-id").routeId("cmw-get-user-by-external-id").errorHandler(noErrorHandler())
            .bean("userStore", "byExternalId(${variable.principal}, ${variable.path[externalId]})");

        // In:  variables principal, path with query, filter; Out: body the first users with it in name or address
        // Fails: to the caller
        from("direct:cmw-suggest-users").routeId("cmw-suggest-users").errorHandler(noErrorHandler())
            .bean("userStore", "suggest(${variable.principal}, ${variable.path[query]}, ${variable.filter})");

        // In:  variables principal, id; Out: body list of Change; Fails: NOT_FOUND, FORBIDDEN for whom it is no business
        from("direct:cmw-get-user-changelog").routeId("cmw-get-user-changelog").errorHandler(noErrorHandler())
            .bean("userStore", "requireInsight(${variable.principal}, ${variable.id})")
            .bean(ChangelogStore.class, "of(user, ${variable.id})");

        // In:  variables principal, id
        // Out: body a ZIP of all that is known about him, a Download; in a transaction, since only there the database
        //      hands out rows one after the other
        // Fails: NOT_FOUND, FORBIDDEN
        from("direct:cmw-export-user").routeId("cmw-export-user").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("personalExport", "write(${variable.principal}, ${variable.id}, ${exchange})");

        // In:  variables principal, id, filter with asCompany; Out: body a map of strings, variable revision
        // Fails: NOT_FOUND, FORBIDDEN
        from("direct:cmw-get-user-metadata").routeId("cmw-get-user-metadata").errorHandler(noErrorHandler())
            .bean("userMetadata", "get(${variable.principal}, ${variable.id}, ${variable.filter})")
            .setVariable("revision",
                method("userMetadata", "revision(${variable.principal}, ${variable.id}, ${variable.filter})"));

        // In:  variables principal, id, ifMatch, filter with asCompany, body a map of strings; Out: nothing, variable revision
        // Fails: rolled back, STALE when it was changed since
        from("direct:cmw-put-user-metadata").routeId("cmw-put-user-metadata").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("userMetadata",
                "put(${variable.principal}, ${variable.id}, ${variable.filter}, ${body}, ${variable.ifMatch})")
            .setVariable("revision",
                method("userMetadata", "revision(${variable.principal}, ${variable.id}, ${variable.filter})"));

        // In:  variables principal, id, ifMatch, filter with asCompany, path with key; Out: nothing, variable revision
        // Fails: as above
        from("direct:cmw-remove-user-metadata").routeId("cmw-remove-user-metadata").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("userMetadata",
                "remove(${variable.principal}, ${variable.id}, ${variable.filter}, ${variable.path}, ${variable.ifMatch})")
            .setVariable("revision",
                method("userMetadata", "revision(${variable.principal}, ${variable.id}, ${variable.filter})"));

        // In:  variables principal, filter with country; Out: body list of Country in his language; Fails: NOT_FOUND
        from("direct:cmw-list-countries").routeId("cmw-list-countries").errorHandler(noErrorHandler())
            .bean("countryCodes", "list(${variable.principal}, ${variable.filter})");
        // spotless:on
    }
}
