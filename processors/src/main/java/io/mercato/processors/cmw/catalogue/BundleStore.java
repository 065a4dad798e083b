package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.Bundle;
import io.mercato.domain.cmw.catalogue.BundleRules;
import io.mercato.domain.cmw.catalogue.BundleRules.Bundled;
import io.mercato.domain.cmw.catalogue.BundleRules.Sold;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.RecordMapper;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.sql.Selection;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What bundles hold; their price follows from it whenever something in them changes. */
@Component("bundleStore")
public class BundleStore {
    /** What plan {@code v} bundles, discounts by ids, as an expression. */
    static final String OF_PLAN = "(select coalesce(jsonb_object_agg(b.plan_id, b.discount order by b.plan_id), '{}')"
            + " from cmw.bundled_plan b where b.bundle_plan_id = v.id)";

    private final Tables tables;
    private final ProductReader products;
    private final CatalogueLocks locks;

    public BundleStore(Tables tables, ProductReader products) {
        this.tables = tables;
        this.products = products;
        this.locks = new CatalogueLocks(tables.jdbc());
    }

    /**
     * The plan as it may be stored, by {@link BundleRules}.
     *
     * @param now what it bundles already, for who does not say
     */
    ProductVersion complete(Principal principal, Product product, ProductVersion asked, Map<Integer, BigDecimal> now) {
        ProductVersion plan = asked.bundle() == null ? asked.bundling(now) : asked;
        return BundleRules.complete(
                principal, product, plan, bundled(plan.bundle().keySet()));
    }

    /** This is what the plan bundles from now on; and those that bundle it follow. */
    void settle(int id, Map<Integer, BigDecimal> bundle) {
        tables.jdbc()
                .sql("delete from cmw.bundled_plan where bundle_plan_id = ?")
                .param(id)
                .update();
        bundle.forEach((plan, discount) -> tables.jdbc()
                .sql("insert into cmw.bundled_plan (bundle_plan_id, plan_id, discount) values (?, ?, ?)")
                .params(id, plan, discount)
                .update());
        follow(List.of(id));
    }

    /** The bundles that hold these plans cost what follows, or are no longer sold when one is missing. */
    void follow(List<Integer> plans) {
        List<Integer> bundles = tables.jdbc()
                .sql("select distinct bundle_plan_id from cmw.bundled_plan where plan_id = any(?) order by 1")
                .param(plans.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
        if (!bundles.isEmpty()) {
            locks.productsOfPlans(bundles);
        }
        bundles.forEach(this::refresh);
    }

    /** The same for all plans of a product. */
    void followProduct(int product) {
        follow(tables.jdbc()
                .sql("select id from cmw.product_version where product_id = ?")
                .param(product)
                .query(Integer.class)
                .list());
    }

    private void refresh(int id) {
        Sold plan = tables.select(
                        Sold.class, "v.billing_period, v.lifespan, " + OF_PLAN + " as bundle", "cmw.product_version v")
                .where("v.id = :id", "id", id)
                .first()
                .orElseThrow();
        Collection<Bundled> known = bundled(plan.bundle().keySet());
        if (!BundleRules.isWhole(plan, known)) {
            tables.columns("cmw.product_version").set("published", false).update(id);
            return;
        }
        tables.columns("cmw.product_version")
                .set("price", BundleRules.price(plan.bundle(), known))
                .set("setup_fee", BundleRules.setupFee(known))
                .update(id);
    }

    /** The bundles that hold the product, or the product itself when it is one, as far as the reader sees them. */
    public Page<Bundle> of(Principal principal, int product, PageRequest page) {
        products.get(principal, product);
        Selection<Integer> found =
                new Selection<>(tables.jdbc(), (row, index) -> row.getInt("id"), "p.id", "cmw.product p");
        return ProductSight.products(found, principal)
                .where("p.type = 'BUNDLE' and " + ProductSight.IS_PUBLISHED)
                .where("not p.silent or p.id = :product")
                .where(
                        "p.id = :product or exists (select from cmw.bundled_plan b"
                                + " join cmw.product_version w on w.id = b.bundle_plan_id and w.published and not w.deleted"
                                + " join cmw.product_version h on h.id = b.plan_id"
                                + " where w.product_id = p.id and h.product_id = :product)",
                        "product",
                        product)
                .page(page, "p.weight desc, p.id")
                .map(id -> new Bundle(products.get(principal, id), parts(principal, id)));
    }

    private List<Bundle.Part> parts(Principal principal, int bundle) {
        Map<Integer, BigDecimal> discounts = new LinkedHashMap<>();
        tables.jdbc()
                .sql("select h.product_id, max(b.discount) as discount from cmw.bundled_plan b"
                        + " join cmw.product_version w on w.id = b.bundle_plan_id and w.published and not w.deleted"
                        + " join cmw.product_version h on h.id = b.plan_id"
                        + " where w.product_id = ? group by h.product_id order by h.product_id")
                .param(bundle)
                .query((row, index) -> discounts.put(row.getInt("product_id"), row.getBigDecimal("discount")))
                .list();
        return discounts.entrySet().stream()
                .map(part -> new Bundle.Part(products.get(principal, part.getKey()), part.getValue()))
                .toList();
    }

    private List<Bundled> bundled(Collection<Integer> plans) {
        return plans.isEmpty()
                ? List.of()
                : tables.jdbc()
                        .sql("select v.id as plan_id, v.product_id, p.company_id, p.type,"
                                + " v.published and not v.deleted and not p.deleted as published, v.price,"
                                + " v.setup_fee, v.billing_period, v.lifespan"
                                + " from cmw.product_version v join cmw.product p on p.id = v.product_id"
                                + " where v.id = any(?) order by v.id")
                        .param(plans.toArray(Integer[]::new))
                        .query(new RecordMapper<>(Bundled.class, tables.json()))
                        .list();
    }
}
