package io.mercato.platform.cmw.catalogue;

import io.mercato.platform.messaging.TransactionPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Drafts of products and plans, their approval, and who changed what. */
@Component
public class DraftRoutes extends RouteBuilder {

    @Override
    public void configure() {
        edit();
        review();
        read();
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

    private void edit() {
        // spotless:off
        // In:  variables principal, id, ifMatch, named: the fields that the call is about; body the thing as it is to be
        // Out: the thing as it is stored, variable revision; texts that wait for approval are not in it
        // Fails: rolled back, STALE when it was changed since
        from("direct:cmw-edit-product").routeId("cmw-edit-product").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-product")
            .bean("productStore", "edit(${variable.principal}, ${variable.id}, ${body}, ${variable.named})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'productStore', ${variable.id})"));
        from("direct:cmw-edit-product-version").routeId("cmw-edit-product-version").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-product-version")
            .bean("productVersionStore", "edit(${variable.principal}, ${variable.id}, ${body}, ${variable.named})")
            .setVariable("revision",
                method("revisions", "of(${variable.principal}, 'productVersionStore', ${variable.id})"));
        // spotless:on
    }

    private void review() {
        // spotless:off
        // In:  variables principal, id, ifMatch, body a Review
        // Out: nothing here, e-mails to the vendor; Fails: rolled back, CONFLICT when there is nothing to decide on
        from("direct:cmw-review-product").routeId("cmw-review-product").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("approvalDesk",
                "reviewProduct(${variable.principal}, ${variable.id}, ${body}, ${variable.ifMatch})");
        from("direct:cmw-review-product-version").routeId("cmw-review-product-version").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("approvalDesk", "reviewPlan(${variable.principal}, ${variable.id}, ${body}, ${variable.ifMatch})");
        // spotless:on
    }

    private void read() {
        // spotless:off
        // In:  variables principal, page; Out: a Page of drafts that are open; Fails: to the caller
        from("direct:cmw-list-product-drafts").routeId("cmw-list-product-drafts").errorHandler(noErrorHandler())
            .bean("draftViews", "ofProducts(${variable.principal}, ${variable.page})");
        from("direct:cmw-list-plan-drafts").routeId("cmw-list-plan-drafts").errorHandler(noErrorHandler())
            .bean("draftViews", "ofPlans(${variable.principal}, ${variable.page})");

        // In:  variables principal, id; Out: its open draft, variable revision; Fails: to the caller
        from("direct:cmw-get-product-draft").routeId("cmw-get-product-draft").errorHandler(noErrorHandler())
            .bean("draftViews", "ofProduct(${variable.principal}, ${variable.id})")
            .setVariable("revision", method("revisions", "of(${variable.principal}, 'productStore', ${variable.id})"));
        from("direct:cmw-get-plan-draft").routeId("cmw-get-plan-draft").errorHandler(noErrorHandler())
            .bean("draftViews", "ofPlan(${variable.principal}, ${variable.id})")
            .setVariable("revision",
                method("revisions", "of(${variable.principal}, 'productVersionStore', ${variable.id})"));
        // spotless:on
    }
}
