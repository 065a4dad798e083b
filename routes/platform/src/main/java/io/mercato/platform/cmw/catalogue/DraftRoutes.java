package io.mercato.platform.cmw.catalogue;

import io.mercato.platform.messaging.TransactionPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Drafts of products and plans, their approval, and who changed what. */
@Component
public class DraftRoutes extends RouteBuilder {

    @Override
    public void configure() {
        written("product", "productStore", "reviewProduct");
        written("product-version", "productVersionStore", "reviewPlan");
        read("product", "ofProduct", "productStore");
        read("plan", "ofPlan", "productVersionStore");
        // spotless:off
        // In:  variables principal, page; Out: a Page of products with a draft that waits; Fails: to the caller
        from("direct:cmw-list-product-approval-requests").routeId("cmw-list-product-approval-requests")
            .errorHandler(noErrorHandler())
            .bean("productReader", "approvalRequests(${variable.principal}, ${variable.page})");

        // In:  variables principal, id, page; Out: a Page of who changed what; Fails: to the caller
        from("direct:cmw-list-product-register").routeId("cmw-list-product-register").errorHandler(noErrorHandler())
            .bean("catalogueLog", "register(${variable.principal}, ${variable.id}, ${variable.page})");

        // In:  variable page; Out: a Page of tags; Fails: to the caller
        from("direct:cmw-list-product-tags").routeId("cmw-list-product-tags").errorHandler(noErrorHandler())
            .bean("tagStore", "list(${variable.page})");
        // spotless:on
    }

    private void written(String name, String store, String review) {
        // spotless:off
        // In:  variables principal, id, ifMatch, named: the fields that the call is about; body the thing as it is to be
        // Out: the thing as it is stored, variable revision; texts that wait for approval are not in it
        // Fails: rolled back, STALE when it was changed since
        from("direct:cmw-edit-" + name).routeId("cmw-edit-" + name).errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-" + name)
            .bean(store, "edit(${variable.principal}, ${variable.id}, ${body}, ${variable.named})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, '" + store + "', ${variable.id})"));

        // In:  variables principal, id, ifMatch, body a Review
        // Out: nothing here, e-mails to the vendor; Fails: rolled back, CONFLICT when there is nothing to decide on
        from("direct:cmw-review-" + name).routeId("cmw-review-" + name).errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("approvalDesk", review + "(${variable.principal}, ${variable.id}, ${body}, ${variable.ifMatch})");
        // spotless:on
    }

    private void read(String name, String one, String store) {
        // spotless:off
        // In:  variables principal, page; Out: a Page of drafts that are open; Fails: to the caller
        from("direct:cmw-list-" + name + "-drafts").routeId("cmw-list-" + name + "-drafts")
            .errorHandler(noErrorHandler())
            .bean("draftViews", one + "s(${variable.principal}, ${variable.page})");

        // In:  variables principal, id; Out: its open draft, variable revision; Fails: to the caller
        from("direct:cmw-get-" + name + "-draft").routeId("cmw-get-" + name + "-draft").errorHandler(noErrorHandler())
            .bean("draftViews", one + "(${variable.principal}, ${variable.id})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, '" + store + "', ${variable.id})"));
        // spotless:on
    }
}
