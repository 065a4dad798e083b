package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.PlanRules;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.cmw.catalogue.draft.PlanTexts;
import io.mercato.domain.cmw.changelog.Differences;
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
import io.mercato.processors.cmw.pricing.PlanItems;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.sql.Rows;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plans: they belong to whom their product belongs. */
@Component("productVersionStore")
public class ProductVersionStore implements ResourceStore<ProductVersion> {
    private static final String TABLE = CatalogueTexts.PLAN_TABLE;

    private final Tables tables;
    private final ProductReader products;
    private final PlanReader plans;
    private final PlanMachine machine;
    private final CatalogueTexts texts;
    private final DraftDesk drafts;
    private final CatalogueLog log;
    private final ParameterStore parameters;
    private final BundleStore bundles;
    private final PlanItems items;
    private final Clock clock;
    private final CatalogueLocks locks;

    public ProductVersionStore(
            Tables tables,
            ProductReader products,
            PlanReader plans,
            PlanMachine machine,
            CatalogueTexts texts,
            DraftDesk drafts,
            CatalogueLog log,
            ParameterStore parameters,
            BundleStore bundles,
            PlanItems items,
            Clock clock) {
        this.tables = tables;
        this.products = products;
        this.plans = plans;
        this.machine = machine;
        this.texts = texts;
        this.drafts = drafts;
        this.log = log;
        this.parameters = parameters;
        this.bundles = bundles;
        this.items = items;
        this.clock = clock;
        this.locks = new CatalogueLocks(tables.jdbc());
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Page<ProductVersion> list(Principal principal, Filter filter, PageRequest page) {
        return plans.list(principal, filter, page);
    }

    @Override
    public ProductVersion get(Principal principal, int id) {
        return plans.read(principal, id);
    }

    public ProductVersion byIdentifier(Principal principal, String identifier) {
        return plans.byIdentifier(principal, identifier);
    }

    @Override
    public ProductVersion create(Principal principal, ProductVersion asked) {
        locks.product(asked.productId());
        Product product = writableProduct(principal, asked.productId());
        PlanRules.check(product.type(), asked);
        requireComparable(principal, asked);
        boolean held = asked.published() && drafts.holdsBackPublication(principal);
        ProductVersion plan = complete(principal, product, asked.publishedOrNot(asked.published() && !held), Map.of());
        int id = columns(plan)
                .set("product_id", plan.productId())
                .set("language", principal.language())
                .set("name", plan.name())
                .set("description", plan.description())
                .insert();
        offer(product, id, plan);
        settle(id, plan);
        if (held) {
            ask(principal, product, id, plan, asked, Set.of());
        }
        ProductVersion made = plans.get(principal, id);
        log.created(principal, made);
        return made;
    }

    @Override
    public ProductVersion update(Principal principal, int id, ProductVersion asked) {
        return edit(principal, id, asked, Set.of());
    }

    /**
     * Changes it; its texts, and that it is published, are drafted where vendors need approval.
     *
     * @param named fields that the call is about, where it does not bring all of them
     */
    public ProductVersion edit(Principal principal, int id, ProductVersion asked, Set<String> named) {
        ProductVersion now = plans.get(principal, id);
        requireWritable(principal, id);
        if (now.productId() != asked.productId()) {
            throw Errors.conflict("plan-belongs-to-its-product", "A plan stays with its product");
        }
        Product product = products.get(principal, now.productId());
        PlanRules.check(product.type(), asked);
        requireComparable(principal, asked);
        boolean waits = asked.published() && !now.published() && drafts.holdsBackPublication(principal);
        boolean held = drafts.holdsBack(principal, product, id, now.published());
        ProductVersion plan =
                complete(principal, product, asked.publishedOrNot(asked.published() && !waits), now.bundle());
        columns(plan).set("updated_at", Rows.at(clock.instant())).update(id);
        if (!held) {
            texts.writePlan(id, principal.language(), Differences.fields(PlanTexts.of(plan)));
        }
        offer(product, id, plan);
        settle(id, plan);
        if (held || waits) {
            ask(principal, product, id, held ? now.publishedOrNot(plan.published()) : plan, asked, named);
        }
        ProductVersion changed = plans.get(principal, id);
        log.changed(principal, now, changed);
        return changed;
    }

    /** @param published as everybody reads it now @param asked as its vendor wants it */
    private void ask(
            Principal principal,
            Product product,
            int id,
            ProductVersion published,
            ProductVersion asked,
            Set<String> named) {
        drafts.propose(
                principal,
                product,
                id,
                Differences.fields(PlanTexts.of(published)),
                Differences.fields(PlanTexts.of(asked)),
                named);
    }

    /** With the size of its machine, and with the price that follows from its bundle. */
    private ProductVersion complete(
            Principal principal, Product product, ProductVersion asked, Map<Integer, BigDecimal> bundle) {
        return bundles.complete(principal, product, machine.complete(product, asked), bundle);
    }

    /** Shows a plan whose vendor has asked for it; what was changed since then must still be a plan that can be shown. */
    void publish(Principal principal, int id) {
        ProductVersion asked = plans.get(principal, id).publishedOrNot(true);
        Product product = products.get(principal, asked.productId());
        PlanRules.check(product.type(), asked);
        ProductVersion plan = bundles.complete(principal, product, asked, asked.bundle());
        tables.columns(TABLE).set("published", true).update(id);
        settle(id, plan);
    }

    @Override
    public void delete(Principal principal, int id) {
        requireWritable(principal, id);
        ProductVersion plan = plans.get(principal, id);
        log.removed(principal, plan);
        drafts.withdraw(principal, plan.productId(), id);
        tables.columns(TABLE)
                .set("deleted", true)
                .set("published", false)
                .set("identifier", null)
                .update(id);
        bundles.follow(List.of(id));
    }

    @Override
    public void requireWritable(Principal principal, int id) {
        Product product = products.get(principal, plans.get(principal, id).productId());
        if (!CatalogueAccess.mayWrite(principal, product.companyId())) {
            throw Errors.forbidden();
        }
    }

    @Override
    public void lockAround(int id) {
        locks.productOfPlan(id);
    }

    private void requireComparable(Principal principal, ProductVersion plan) {
        Integer other = plan.comparablePlanId();
        if (other != null && !plans.sees(principal, other)) {
            throw Errors.unknownReference("comparableVersion", "productVersion/" + other);
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

    private void offer(Product product, int id, ProductVersion plan) {
        if (plan.billingItemValues() != null) {
            items.replace(id, product.companyId(), plan.billingItemValues());
        }
    }

    /** The first published plan publishes the product; one plan of a product is the recommended one. */
    private void settle(int id, ProductVersion plan) {
        parameters.replaceOfPlan(id, plan.productId(), plan.configurationParameterIds());
        bundles.settle(id, plan.bundle() == null ? Map.of() : plan.bundle());
        if (plan.published()) {
            tables.jdbc()
                    .sql("update cmw.product set published_at = ? where id = ? and published_at is null")
                    .params(Rows.at(clock.instant()), plan.productId())
                    .update();
        }
        if (plan.recommended()) {
            tables.jdbc()
                    .sql("update cmw.product_version set recommended = false where product_id = ? and id <> ?")
                    .params(plan.productId(), id)
                    .update();
        }
    }

    /** Without its texts. */
    private Columns columns(ProductVersion plan) {
        return tables.columns(TABLE)
                .set("identifier", plan.identifier())
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
                .set("weight", plan.weight())
                .set("coupons", plan.coupons())
                .setJson("payment_gateways", plan.paymentGateways())
                .set("external_id", plan.externalId())
                .set("comparable_plan_id", plan.comparablePlanId());
    }
}
