package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.cmw.catalogue.Slug;
import io.mercato.domain.cmw.catalogue.draft.ProductTexts;
import io.mercato.domain.cmw.changelog.Differences;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.file.ProductFiles;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Products: their vendors and administrators write them. A removed one stays for those who have bought it. */
@Component("productStore")
public class ProductStore implements ResourceStore<Product> {
    private static final String TABLE = CatalogueTexts.PRODUCT_TABLE;

    private final Tables tables;
    private final ProductReader reader;
    private final CatalogueTexts texts;
    private final DraftDesk drafts;
    private final CatalogueLog log;
    private final ParameterStore parameters;
    private final BundleStore bundles;
    private final ProductFiles files;
    private final Clock clock;

    public ProductStore(
            Tables tables,
            ProductReader reader,
            CatalogueTexts texts,
            DraftDesk drafts,
            CatalogueLog log,
            ParameterStore parameters,
            BundleStore bundles,
            ProductFiles files,
            Clock clock) {
        this.tables = tables;
        this.reader = reader;
        this.texts = texts;
        this.drafts = drafts;
        this.log = log;
        this.parameters = parameters;
        this.bundles = bundles;
        this.files = files;
        this.clock = clock;
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
        return reader.read(principal, id);
    }

    @Override
    public Product create(Principal principal, Product asked) {
        Product product = asked.soldBy(CatalogueAccess.owner(principal, asked.type(), asked.companyId()));
        if (!asked.type().isOffered()) {
            throw Errors.rejected(
                    "product-type-not-offered", "Products of type " + asked.type() + " cannot be sold here");
        }
        requireReferences(principal, product);
        requireMayFeature(principal, false, product);
        String slug = Slug.of(product.slug(), product.name());
        int id = columns(product)
                .set("type", product.type())
                .set("name", product.name())
                .set("language", principal.language())
                .set("slug", product.slug() == null ? tables.freeSlug(TABLE, slug) : slug)
                .set("logo", product.logo())
                .insert();
        parameters.replace(id, product.configurationParameters());
        files.replace(principal, id, product.companyId(), product.files());
        writeTexts(principal, id, asked(product));
        Product made = reader.get(principal, id);
        log.created(principal, made);
        return made;
    }

    @Override
    public Product update(Principal principal, int id, Product asked) {
        return edit(principal, id, asked, Set.of());
    }

    /**
     * Changes it; texts that everybody reads are drafted where vendors need approval.
     *
     * @param named fields that the call is about, where it does not bring all of them
     */
    public Product edit(Principal principal, int id, Product asked, Set<String> named) {
        requireWritable(principal, id);
        Product now = reader.get(principal, id);
        requireSameType(now.type(), asked.type());
        requireMayFeature(principal, Boolean.TRUE.equals(now.featured()), asked);
        Product product = asked.soldBy(owner(principal, now, asked));
        requireReferences(principal, product);
        requireUnrelatedToItself(id, product);
        String token = product.notificationSecretToken();
        columns(product)
                .set("slug", product.slug() == null ? now.slug() : Slug.of(product.slug(), product.name()))
                .set("notification_secret_token", token == null ? now.notificationSecretToken() : token)
                .set("updated_at", Rows.at(clock.instant()))
                .update(id);
        parameters.replace(id, product.configurationParameters());
        if (!product.companyId().equals(now.companyId())) {
            files.handOver(id, product.companyId());
        }
        files.replace(principal, id, product.companyId(), product.files());
        Map<String, Object> asks = asked(product);
        if (drafts.holdsBack(principal, now)) {
            drafts.propose(principal, now, null, Differences.fields(ProductTexts.of(now)), asks, named);
        } else {
            writeTexts(principal, id, asks);
        }
        Product changed = reader.get(principal, id);
        log.changed(principal, now, changed);
        return changed;
    }

    private Map<String, Object> asked(Product product) {
        Map<String, Object> texts = Differences.fields(ProductTexts.of(product));
        if (product.changelog() == null) {
            texts.remove("changelog");
        } else {
            Instant now = clock.instant();
            texts.put(
                    "changelog",
                    product.changelog().stream().map(note -> note.dated(now)).toList());
        }
        return texts;
    }

    private void writeTexts(Principal principal, int id, Map<String, Object> values) {
        texts.writeProduct(id, principal.language(), values);
        texts.writeShared(id, values);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        log.removed(principal, reader.get(principal, id));
        drafts.withdraw(principal, id, null);
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
        if (!CatalogueAccess.mayWrite(principal, reader.get(principal, id).companyId())) {
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
            throw Errors.forbiddenField("company");
        }
        return asked.companyId();
    }

    /** What the marketplace puts forward is its own decision. */
    private static void requireMayFeature(Principal principal, boolean now, Product asked) {
        boolean same = asked.featured() == null || asked.featured() == now;
        if (!same && !principal.role().isAdministrator()) {
            throw Errors.forbiddenField("featured");
        }
    }

    private static void requireUnrelatedToItself(int id, Product product) {
        if (product.relatedProductIds() != null && product.relatedProductIds().contains(id)) {
            throw Errors.rejectedField("related-to-itself", "relatedProducts", "a product is not related to itself");
        }
    }

    private void requireReferences(Principal principal, Product product) {
        if (product.relatedProductIds() != null) {
            for (int related : product.relatedProductIds()) {
                if (!reader.sees(principal, related)) {
                    throw Errors.unknownReference("relatedProducts", "product/" + related);
                }
            }
        }
        requireVendor(product.companyId());
        tables.requireReference("cmw.category", product.categoryId(), "category", "category");
    }

    /** Who buys, or sells what others make, has no products: he is no company that a product can name. */
    private void requireVendor(Integer company) {
        boolean vendor = tables.jdbc()
                .sql("select exists (select from cmw.company where id = ? and not deleted"
                        + " and kind in ('VENDOR', 'PLATFORM'))")
                .param(company)
                .query(Boolean.class)
                .single();
        if (!vendor) {
            throw Errors.unknownReference("company", "company/" + company);
        }
    }

    /** Without its texts. */
    private Columns columns(Product product) {
        Columns columns = tables.columns(TABLE);
        if (product.featured() != null) {
            columns.set("featured", product.featured());
        }
        if (product.relatedProductIds() != null) {
            columns.setJson("related_products", product.relatedProductIds());
        }
        return columns.set("company_id", product.companyId())
                .set("category_id", product.categoryId())
                .set("sku", product.sku())
                .set("frameable", product.frameable())
                .set("cloud_credentials_support", product.cloudCredentialsSupport())
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
