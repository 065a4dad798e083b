package io.mercato.platform.cmw;

import io.mercato.platform.messaging.TransactionPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * The one shape of a resource: five routes {@code cmw-list-<name>}, {@code -get-}, {@code -create-}, {@code -update-},
 * {@code -delete-} over its store, {@code -lock-} for who reads before he writes, and three for its metadata where it has
 * some. The store decides who may.
 */
@Component
public class ResourceTemplates extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables principal, filter, page; Out: a Page; Fails: to the caller
        routeTemplate("cmw-list").templateParameter("name").templateParameter("store")
            .from("direct:cmw-list-{{name}}").errorHandler(noErrorHandler())
                .bean("{{store}}", "list(${variable.principal}, ${variable.filter}, ${variable.page})");

        // In:  variables principal, id; Out: the thing, variable revision for who may change things
        // Fails: to the caller, NOT_FOUND too for what he may not see
        routeTemplate("cmw-get").templateParameter("name").templateParameter("store")
            .from("direct:cmw-get-{{name}}").errorHandler(noErrorHandler())
                .bean("{{store}}", "get(${variable.principal}, ${variable.id})")
                .setVariable("revision", method("revisions", "of(${variable.principal}, '{{store}}', ${variable.id})"));

        // In:  variable principal, body the thing; Out: the thing as it is stored, variables location, revision; Fails: rolled back
        routeTemplate("cmw-create").templateParameter("name").templateParameter("store").templateParameter("path")
            .from("direct:cmw-create-{{name}}").errorHandler(noErrorHandler())
                .transacted(TransactionPolicies.DATABASE)
                .bean("{{store}}", "create(${variable.principal}, ${body})")
                .setVariable("location", simple("{{path}}/${body.id}"))
                .setVariable("revision", method("revisions", "of(${variable.principal}, '{{store}}', ${body.id})"));

        // In:  variables principal, id, ifMatch: the revision that the caller has seen, or null; body the thing as it is to be
        // Out: the thing as it is stored, variable revision; Fails: rolled back, STALE when it was changed since
        routeTemplate("cmw-update").templateParameter("name").templateParameter("store")
            .from("direct:cmw-update-{{name}}").errorHandler(noErrorHandler())
                .transacted(TransactionPolicies.DATABASE)
                .to("direct:cmw-lock-{{name}}")
                .bean("{{store}}", "update(${variable.principal}, ${variable.id}, ${body})")
                .setVariable("revision", method("revisions", "of(${variable.principal}, '{{store}}', ${variable.id})"));

        // In:  variables principal, id, ifMatch; Out: nothing; Fails: rolled back
        routeTemplate("cmw-delete").templateParameter("name").templateParameter("store")
            .from("direct:cmw-delete-{{name}}").errorHandler(noErrorHandler())
                .transacted(TransactionPolicies.DATABASE)
                .to("direct:cmw-lock-{{name}}")
                .bean("{{store}}", "delete(${variable.principal}, ${variable.id})");

        // In:  variables principal, id, ifMatch; Out: body as it came, the row locked until the transaction ends
        // Fails: to the caller: NOT_FOUND, FORBIDDEN, STALE
        routeTemplate("cmw-lock").templateParameter("name").templateParameter("store")
            .from("direct:cmw-lock-{{name}}").errorHandler(noErrorHandler())
                .setVariable("locked",
                    method("revisions", "lock(${variable.principal}, '{{store}}', ${variable.id}, ${variable.ifMatch})"));
        // spotless:on
        metadata();
    }

    private void metadata() {
        // spotless:off
        // In:  variables principal, id; Out: a map of strings, variable revision: the resource's; Fails: to the caller
        routeTemplate("cmw-get-metadata").templateParameter("name").templateParameter("store")
            .from("direct:cmw-get-{{name}}-metadata").errorHandler(noErrorHandler())
                .bean("metadataStore", "get(${variable.principal}, '{{store}}', ${variable.id})")
                .setVariable("revision", method("revisions", "of(${variable.principal}, '{{store}}', ${variable.id})"));

        // In:  variables principal, id, ifMatch, body a map of strings; Out: nothing, variable revision
        // Fails: rolled back, STALE when the resource was changed since
        routeTemplate("cmw-put-metadata").templateParameter("name").templateParameter("store")
            .from("direct:cmw-put-{{name}}-metadata").errorHandler(noErrorHandler())
                .transacted(TransactionPolicies.DATABASE)
                .setVariable("locked",
                    method("revisions", "lock(${variable.principal}, '{{store}}', ${variable.id}, ${variable.ifMatch})"))
                .bean("metadataStore", "put(${variable.principal}, '{{store}}', ${variable.id}, ${body})")
                .setVariable("revision", method("revisions", "of(${variable.principal}, '{{store}}', ${variable.id})"));

        // In:  variables principal, id, ifMatch, path with key; Out: nothing, variable revision; Fails: as above
        routeTemplate("cmw-remove-metadata").templateParameter("name").templateParameter("store")
            .from("direct:cmw-remove-{{name}}-metadata").errorHandler(noErrorHandler())
                .transacted(TransactionPolicies.DATABASE)
                .setVariable("locked",
                    method("revisions", "lock(${variable.principal}, '{{store}}', ${variable.id}, ${variable.ifMatch})"))
                .bean("metadataStore", "remove(${variable.principal}, '{{store}}', ${variable.id}, ${variable.path})")
                .setVariable("revision", method("revisions", "of(${variable.principal}, '{{store}}', ${variable.id})"));
        // spotless:on
    }
}
