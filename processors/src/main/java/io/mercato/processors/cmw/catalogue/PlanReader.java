package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.ProductVersion;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.cmw.Localised;
import io.mercato.processors.cmw.Tables;
import io.mercato.processors.cmw.pricing.PlanItems;
import io.mercato.processors.cmw.vendor.ParameterStore;
import io.mercato.processors.sql.Selection;
import org.springframework.stereotype.Component;

/** Plans as somebody sees them. */
@Component("planReader")
public class PlanReader {
    private static final String COLUMNS = CatalogueTexts.PLAN.columns("v") + ", v.*, " + PlanItems.VALUES + ", "
            + ProductSight.SEES_INSIDE
            + " and exists (select from cmw.product_draft d where d.plan_id = v.id and " + DraftStore.IS_OPEN
            + ") as drafted, " + ParameterStore.OF_PLAN + " as configuration_parameter_ids, " + BundleStore.OF_PLAN
            + " as bundle";

    private final Tables tables;

    public PlanReader(Tables tables) {
        this.tables = tables;
    }

    public Page<ProductVersion> list(Principal principal, Filter filter, PageRequest page) {
        Integer product = filter.integer("product");
        Selection<ProductVersion> selection = seenBy(principal)
                .where("v.product_id = :product", "product", product)
                .where(Localised.column("v", "name") + " ilike :name", "name", Selection.contains(filter.text("name")));
        narrow(selection, filter);
        if (product == null) {
            selection.where("not p.silent or :sees_everything or p.company_id = :own_company");
        }
        return selection.page(page, "v.weight desc, v.product_id, v.id");
    }

    /** Published ones, unless others are asked for. */
    private static void narrow(Selection<ProductVersion> selection, Filter filter) {
        Visibility asked = filter.oneOf("visibility", Visibility.class);
        boolean unpublishedToo = Boolean.TRUE.equals(filter.flag("withUnpublished"));
        switch (asked != null ? asked : unpublishedToo ? Visibility.ALL : Visibility.PUBLISHED) {
            case PUBLISHED -> selection.where("v.published");
            case UNPUBLISHED -> selection.where("not v.published");
            case ALL -> {}
        }
    }

    enum Visibility {
        ALL,
        PUBLISHED,
        UNPUBLISHED
    }

    public ProductVersion get(Principal principal, int id) {
        return seenBy(principal)
                .where("v.id = :id", "id", id)
                .first()
                .orElseThrow(() -> Errors.notFound("productVersion", id));
    }

    /** The same with what was sold to the reader, or by him, and is no longer offered. */
    public ProductVersion read(Principal principal, int id) {
        return seenBy(principal)
                .where("v.id = :id", "id", id)
                .first()
                .or(() -> ProductSight.soldPlans(select(principal), principal)
                        .where("v.id = :id", "id", id)
                        .first())
                .orElseThrow(() -> Errors.notFound("productVersion", id));
    }

    public ProductVersion byIdentifier(Principal principal, String identifier) {
        return seenBy(principal)
                .where("v.identifier = :identifier", "identifier", identifier)
                .first()
                .orElseThrow(() -> Errors.notFound("productVersion", identifier));
    }

    boolean sees(Principal who, int id) {
        return seenBy(who).where("v.id = :id", "id", id).first().isPresent();
    }

    private Selection<ProductVersion> seenBy(Principal who) {
        return ProductSight.plans(select(who), who);
    }

    private Selection<ProductVersion> select(Principal who) {
        return tables.select(
                        ProductVersion.class,
                        COLUMNS,
                        CatalogueTexts.PLAN_TABLE + " v join cmw.product p on p.id = v.product_id")
                .with("language", who.language());
    }
}
