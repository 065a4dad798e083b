package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.PlanRules;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Columns;
import io.mercato.processors.cmw.ResourceStore;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.sql.Selection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plans: they belong to whom their product belongs. */
@Component("productVersionStore")
public class ProductVersionStore implements ResourceStore<ProductVersion> {
    private static final String TABLE = "cmw.product_version";
    private static final String COLUMNS =
            "v.*, " + ParameterStore.OF_PLAN + " as configuration_parameter_ids, " + BundleStore.OF_PLAN + " as bundle";

    private final Tables tables;
    private final ProductReader products;
    private final PlanMachine machine;
    private final ParameterStore parameters;
    private final BundleStore bundles;

    public ProductVersionStore(
            Tables tables,
            ProductReader products,
            PlanMachine machine,
            ParameterStore parameters,
            BundleStore bundles) {
        this.tables = tables;
        this.products = products;
        this.machine = machine;
        this.parameters = parameters;
        this.bundles = bundles;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<ProductVersion> list(Principal principal, Filter filter, PageRequest page) {
        Integer product = filter.integer("product");
        Selection<ProductVersion> selection = seenBy(principal)
                .where("v.product_id = :product", "product", product)
                .where("v.name ilike :name", "name", Selection.contains(filter.text("name")));
        if (!Boolean.TRUE.equals(filter.flag("withUnpublished"))) {
            selection.where("v.published");
        }
        if (product == null) {
            selection.where("not p.silent or :sees_everything or p.company_id = :own_company");
        }
        return selection.page(page, "v.weight desc, v.product_id, v.id");
    }

    @Override
    public ProductVersion get(Principal principal, int id) {
        return seenBy(principal)
                .where("v.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("productVersion", id));
    }

    public ProductVersion byIdentifier(Principal principal, String identifier) {
        return seenBy(principal)
                .where("v.identifier = :identifier", "identifier", identifier)
                .first()
                .orElseThrow(() -> Errors.notFound("productVersion", identifier));
    }

    @Override
    public ProductVersion create(Principal principal, ProductVersion asked) {
        Product product = writableProduct(principal, asked.productId());
        PlanRules.check(product.type(), asked);
        ProductVersion plan = bundles.complete(principal, product, machine.complete(product, asked), Map.of());
        int id = columns(plan).set("product_id", asked.productId()).insert();
        settle(id, plan);
        return get(principal, id);
    }

    @Override
    public ProductVersion update(Principal principal, int id, ProductVersion asked) {
        ProductVersion now = get(principal, id);
        requireWritable(principal, id);
        if (now.productId() != asked.productId()) {
            throw Errors.conflict("plan-belongs-to-its-product", "A plan stays with its product");
        }
        Product product = products.get(principal, now.productId());
        PlanRules.check(product.type(), asked);
        ProductVersion plan = bundles.complete(principal, product, machine.complete(product, asked), now.bundle());
        columns(plan).set("updated_at", OffsetDateTime.now(ZoneOffset.UTC)).update(id);
        settle(id, plan);
        return get(principal, id);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        tables.columns(TABLE)
                .set("deleted", true)
                .set("published", false)
                .set("identifier", null)
                .update(id);
        bundles.follow(List.of(id));
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        Product product = products.get(principal, get(principal, id).productId());
        if (!CatalogueAccess.mayWrite(principal, product.companyId())) {
            throw Errors.forbidden();
        }
    }

    private Product writableProduct(Principal principal, int productId) {
        Product product;
        try {
            product = products.get(principal, productId);
        } catch (MercatoException e) {
            throw e.kind() == ErrorKind.NOT_FOUND ? Errors.unknownReference("product", "product/" + productId) : e;
        }
        if (!CatalogueAccess.mayWrite(principal, product.companyId())) {
            throw Errors.forbidden();
        }
        return product;
    }

    /** The first published plan publishes the product; one plan of a product is the recommended one. */
    private void settle(int id, ProductVersion plan) {
        parameters.replaceOfPlan(id, plan.productId(), plan.configurationParameterIds());
        bundles.settle(id, plan.bundle() == null ? Map.of() : plan.bundle());
        if (plan.published()) {
            tables.jdbc()
                    .sql("update cmw.product set published_at = now() where id = ? and published_at is null")
                    .param(plan.productId())
                    .update();
        }
        if (plan.recommended()) {
            tables.jdbc()
                    .sql("update cmw.product_version set recommended = false where product_id = ? and id <> ?")
                    .params(plan.productId(), id)
                    .update();
        }
    }

    private Selection<ProductVersion> seenBy(Principal who) {
        return ProductSight.plans(
                tables.select(ProductVersion.class, COLUMNS, TABLE + " v join cmw.product p on p.id = v.product_id"),
                who);
    }

    private Columns columns(ProductVersion plan) {
        return tables.columns(TABLE)
                .set("name", plan.name())
                .set("identifier", plan.identifier())
                .set("description", plan.description())
                .set("price", plan.price())
                .set("setup_fee", plan.setupFee())
                .set("billing_period", plan.billingPeriod())
                .set("minimum_duration", plan.minimumDuration())
                .set("lifespan", plan.lifespan())
                .set("auto_renewable", plan.autoRenewable())
                .set("upgradable", plan.upgradable())
                .set("unkillable", plan.unkillable())
                .set("trial", plan.trial())
                .set("trial_length", plan.trialLength())
                .set("iaas_billing", plan.iaasBilling())
                .set("cloud_provider_id", plan.cloudProviderId())
                .set("virtual_machine_configuration_id", plan.virtualMachineConfigurationId())
                .set("instance_type_id", plan.instanceTypeId())
                .set("recommended", plan.recommended())
                .set("published", plan.published())
                .set("weight", plan.weight());
    }
}
