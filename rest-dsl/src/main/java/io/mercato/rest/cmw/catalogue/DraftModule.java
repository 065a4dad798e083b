package io.mercato.rest.cmw.catalogue;

import static io.mercato.rest.Operation.EVERYBODY;

import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductTag;
import io.mercato.domain.cmw.catalogue.RegisterEntry;
import io.mercato.domain.cmw.catalogue.draft.Draft;
import io.mercato.domain.identity.Role;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The REST face of drafts and their approval, of the register and of tags. */
@Component
public class DraftModule extends RestModule {
    private static final Set<Role> INSIDERS = EnumSet.of(Role.VENDOR, Role.SUPERVISOR, Role.ADMIN, Role.SUPERADMIN);

    @Override
    public String module() {
        return "cmw";
    }

    @Override
    public void configure() {
        super.configure();
        changed("product");
        changed("product-version");
    }

    private void changed(String name) {
        String id = "rest-change-" + name;
        // spotless:off
        // In:  variables principal, id, ifMatch, body the fields to be changed, or an action with a reason
        // Out: nothing
        // Fails: to the caller
        from("direct:" + id).routeId(id).errorHandler(noErrorHandler())
            .choice()
                .when(exchange -> ReviewReader.isReview(exchange.getMessage().getBody(Map.class)))
                    .process(exchange ->
                        exchange.getMessage().setBody(ReviewReader.read(exchange.getMessage().getBody(Map.class))))
                    .to("direct:cmw-review-" + name)
                .otherwise()
                    .to("direct:rest-merge-" + name)
            .end();
        // spotless:on
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                patch("product"),
                patch("product-version"),
                get("approvalRequests", "list-product-approval-requests", "Products that wait for approval")
                        .answersMany(ProductBody.class, Product.class, ProductBody::of),
                get("draft", "list-product-drafts", "What vendors want to change of products")
                        .answersMany(ProductDraftBody.class, Draft.View.class, ProductDraftBody::of),
                get("{id}/draft", "get-product-draft", "What its vendor wants to change of a product")
                        .answers(ProductDraftBody.class, Draft.View.class, ProductDraftBody::of),
                get("{id}/register", "list-product-register", "Who changed what of a product and its plans")
                        .answersMany(ProductRegisterBody.class, RegisterEntry.class, ProductRegisterBody::of),
                Operation.of(
                                "list-plan-drafts",
                                "GET",
                                "/productVersion/draft",
                                "direct:cmw-list-plan-drafts",
                                "What vendors want to change of plans")
                        .allowed(INSIDERS)
                        .answersMany(ProductDraftBody.class, Draft.View.class, ProductDraftBody::of),
                Operation.of(
                                "get-plan-draft",
                                "GET",
                                "/productVersion/{id}/draft",
                                "direct:cmw-get-plan-draft",
                                "What its vendor wants to change of a plan")
                        .allowed(INSIDERS)
                        .answers(ProductDraftBody.class, Draft.View.class, ProductDraftBody::of),
                Operation.of(
                                "list-product-tags",
                                "GET",
                                "/productTag",
                                "direct:cmw-list-product-tags",
                                "The words that products are marked with")
                        .allowed(EVERYBODY)
                        .answersMany(ProductTagBody.class, ProductTag.class, ProductTagBody::of));
    }

    private static Operation<?, ?> patch(String name) {
        String path = name.equals("product") ? "/product/{id}" : "/productVersion/{id}";
        return Operation.of(
                        "patch-" + name,
                        "PATCH",
                        path,
                        "direct:rest-change-" + name,
                        "Changes the named fields, or approves or rejects a draft")
                .takes(Map.class, changes -> changes);
    }

    private static Operation<Void, Void> get(String path, String id, String summary) {
        return Operation.of(id, "GET", "/product/" + path, "direct:cmw-" + id, summary)
                .allowed(INSIDERS);
    }
}
