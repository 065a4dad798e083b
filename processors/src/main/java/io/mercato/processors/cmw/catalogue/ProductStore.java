package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.Slug;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.vendor.ParameterStore;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Products: their vendors and administrators write them. A removed one stays for those who have bought it. */
@Component("productStore")
public class ProductStore implements ResourceStore<Product> {
    private static final String TABLE = "cmw.product";

    private final Tables tables;
    private final ProductReader reader;
    private final ParameterStore parameters;
    private final BundleStore bundles;

    public ProductStore(Tables tables, ProductReader reader, ParameterStore parameters, BundleStore bundles) {
        this.tables = tables;
        this.reader = reader;
        this.parameters = parameters;
        this.bundles = bundles;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<Product> list(Principal principal, Filter filter, PageRequest page) {
        return reader.list(principal, filter, page);
    }

    @Override
    public Product get(Principal principal, int id) {
        return reader.get(principal, id);
    }

    @Override
    public Product create(Principal principal, Product asked) {
        Product product = asked.soldBy(CatalogueAccess.owner(principal, asked.type(), asked.companyId()));
        if (!asked.type().isOffered()) {
            throw Errors.rejected(
                    "product-type-not-offered", "Products of type " + asked.type() + " cannot be sold here");
        }
        requireReferences(product);
        String slug = Slug.of(product.slug(), product.name());
        int id = columns(product)
                .set("type", product.type())
                .set("slug", product.slug() == null ? tables.freeSlug(TABLE, slug) : slug)
                .set("logo", product.logo())
                .insert();
        parameters.replace(id, product.configurationParameters());
        return get(principal, id);
    }

    @Override
    public Product update(Principal principal, int id, Product asked) {
        requireWritable(principal, id);
        Product now = get(principal, id);
        requireSameType(now.type(), asked.type());
        Product product = asked.soldBy(owner(principal, now, asked));
        requireReferences(product);
        String token = product.notificationSecretToken();
        columns(product)
                .set("slug", product.slug() == null ? now.slug() : Slug.of(product.slug(), product.name()))
                .set("notification_secret_token", token == null ? now.notificationSecretToken() : token)
                .set("updated_at", OffsetDateTime.now(ZoneOffset.UTC))
                .update(id);
        parameters.replace(id, product.configurationParameters());
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.jdbc()
                .sql("update cmw.product_version set published = false where product_id = ?")
                .param(id)
                .update();
        tables.columns(TABLE)
                .set("deleted", true)
                .set("slug", null)
                .set("sku", null)
                .update(id);
        bundles.followProduct(id);
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        if (!CatalogueAccess.mayWrite(principal, get(principal, id).companyId())) {
            throw Errors.forbidden();
        }
    }

    private static void requireSameType(ProductType now, ProductType asked) {
        if (now != asked) {
            throw Errors.conflict("product-type-is-final", "The type of a product never changes: it is " + now);
        }
    }

    /** Administrators hand a product to another vendor; a vendor keeps it. */
    private static Integer owner(Principal principal, Product now, Product asked) {
        if (asked.companyId() == null || asked.companyId().equals(now.companyId())) {
            return now.companyId();
        }
        if (!principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        return asked.companyId();
    }

    private void requireReferences(Product product) {
        tables.requireReference("cmw.company", product.companyId(), "company", "company");
        tables.requireReference("cmw.category", product.categoryId(), "category", "category");
    }

    private Columns columns(Product product) {
        return tables.columns(TABLE)
                .set("company_id", product.companyId())
                .set("category_id", product.categoryId())
                .set("name", product.name())
                .set("sku", product.sku())
                .set("short_description", product.shortDescription())
                .set("long_description", product.longDescription())
                .set("end_user_instructions", product.endUserInstructions())
                .set("terms_of_service", product.termsOfService())
                .setJson("tags", product.tags())
                .set("destination", product.destination())
                .set("silent", product.silent())
                .set("subscription_approval", product.subscriptionApproval())
                .set("subscriptions_per_product", product.subscriptionsPerProduct())
                .setJson("syndication_endpoints", product.syndicationEndpoints())
                .setJson("order_validation_urls", product.orderValidationUrls())
                .set("notification_secret_token", product.notificationSecretToken())
                .set("weight", product.weight());
    }
}
