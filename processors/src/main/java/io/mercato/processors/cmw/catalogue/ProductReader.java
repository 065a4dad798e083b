package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.Product;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.file.FileSight;
import io.mercato.processors.cmw.search.ProductSearch;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.sql.Selection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Products as somebody sees them. */
@Component("productReader")
public class ProductReader {
    private static final String COLUMNS = CatalogueTexts.PRODUCT.columns("p")
            + """
            , p.*,
            %5$s as configuration_parameters,
            (select coalesce(jsonb_agg(v.id order by v.weight desc, v.id), '[]')
               from cmw.product_version v where v.product_id = p.id and %1$s) as plan_ids,
            (select v.id from cmw.product_version v where v.product_id = p.id and v.recommended and %1$s limit 1)
                as recommended_plan_id,
            (select coalesce(jsonb_agg(distinct v.cloud_provider_id), '[]')
               from cmw.product_version v
              where v.product_id = p.id and v.cloud_provider_id is not null and %1$s) as cloud_provider_ids,
            (select jsonb_build_object('planId', v.id, 'price', v.price,
                                       'currency', coalesce(m.currency, 'EUR'), 'vat', coalesce(m.vat, 0),
                                       'billingPeriod', v.billing_period, 'lifespan', v.lifespan)
               from cmw.product_version v
               left join (select currency, vat from cmw.marketplace order by id limit 1) m on true
              where v.product_id = p.id and v.published and not v.deleted and v.price is not null
              order by v.price / coalesce(v.billing_period, 1), v.id limit 1) as minimum_cost,
            (select coalesce(jsonb_agg(r.id order by e.place), '[]')
               from jsonb_array_elements_text(p.related_products) with ordinality e (id, place)
               join cmw.product r on r.id = cast(e.id as int)
              where not r.deleted and (%3$s or %2$s)) as related_product_ids,
            (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'id', f.id)
                                       order by f.weight desc, f.id), '[]')
               from cmw.file f where f.product_id = p.id and %6$s) as files,
            %3$s and exists (select from cmw.product_draft d where d.product_id = p.id and d.plan_id is null and %4$s)
                as drafted,
            %3$s and exists (select from cmw.product_draft d where d.product_id = p.id and d.state = 'REQUESTED')
                as approval_requested
            """.formatted(
                    ProductSight.SEES_PLAN,
                    ProductSight.IS_PUBLISHED.replace("p.deleted", "r.deleted").replace("= p.id", "= r.id"),
                    ProductSight.SEES_INSIDE,
                    DraftStore.IS_OPEN,
                    ParameterStore.OF_PRODUCT,
                    FileSight.WITH_PRODUCT);

    private final Tables tables;
    private final ProductSearch search;

    public ProductReader(Tables tables, ProductSearch search) {
        this.tables = tables;
        this.search = search;
    }

    /** One page of what {@link ProductSearch} finds. */
    public Page<Product> list(Principal who, Filter filter, PageRequest page) {
        Page<Integer> found = search.find(who, filter, page);
        if (found.items().isEmpty()) {
            return new Page<>(List.of(), page, found.totalItems());
        }
        Map<Integer, Product> products =
                seenBy(who).where("p.id in (:found)", "found", found.items()).list("p.id").stream()
                        .collect(Collectors.toMap(Product::id, product -> shown(product, who)));
        List<Product> items = found.items().stream()
                .map(products::get)
                .filter(Objects::nonNull)
                .toList();
        return new Page<>(items, page, found.totalItems());
    }

    /** Products with a draft, or with a draft of one of their plans, that waits for approval. */
    public Page<Product> approvalRequests(Principal who, PageRequest page) {
        return ProductSight.inside(seenBy(who), who)
                .where("exists (select from cmw.product_draft d where d.product_id = p.id and d.state = 'REQUESTED')")
                .page(
                        page,
                        "(select min(d.requested_at) from cmw.product_draft d"
                                + " where d.product_id = p.id and d.state = 'REQUESTED'), p.id")
                .map(product -> shown(product, who));
    }

    public Product get(Principal who, int id) {
        return seenBy(who)
                .where("p.id = :id", "id", id)
                .first()
                .map(product -> shown(product, who))
                .orElseThrow(() -> Errors.notFound("product", id));
    }

    /** The same with what was sold to the reader, or by him, and is no longer offered. */
    public Product read(Principal who, int id) {
        return seenBy(who)
                .where("p.id = :id", "id", id)
                .first()
                .or(() -> ProductSight.soldProducts(select(who), who)
                        .where("p.id = :id", "id", id)
                        .first())
                .map(product -> shown(product, who))
                .orElseThrow(() -> Errors.notFound("product", id));
    }

    public Product bySku(Principal who, String sku) {
        return seenBy(who)
                .where("p.sku = :sku", "sku", sku)
                .first()
                .map(product -> shown(product, who))
                .orElseThrow(() -> Errors.notFound("product", sku));
    }

    boolean sees(Principal who, int id) {
        return seenBy(who).where("p.id = :id", "id", id).first().isPresent();
    }

    private Selection<Product> seenBy(Principal who) {
        return ProductSight.products(select(who), who);
    }

    private Selection<Product> select(Principal who) {
        return FileSight.bind(tables.select(Product.class, COLUMNS, "cmw.product p"), who)
                .with("language", who.language());
    }

    private static Product shown(Product product, Principal who) {
        return CatalogueAccess.seesSecrets(who, product.companyId()) ? product : product.reduced();
    }
}
