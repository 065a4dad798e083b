package io.mercato.processors.cmw.catalogue;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.CatalogueAccess.Sight;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.sql.Selection;

/** What of the catalogue somebody sees, as conditions of SQL over {@code p}, a product, and {@code v}, a plan. */
public final class ProductSight {
    /** A product shows once it has a published plan. */
    static final String IS_PUBLISHED = "not p.deleted and exists (select from cmw.product_version pv"
            + " where pv.product_id = p.id and pv.published and not pv.deleted)";

    /** The plans of {@code p} that the reader sees; needs the parameters of {@link #bind}. */
    static final String SEES_PLAN =
            "(not v.deleted and (v.published or :sees_everything or p.company_id = :own_company))";

    /** Whether the reader sees drafts of {@code p}; needs the parameters of {@link #bind}. */
    static final String SEES_INSIDE = "(:sees_everything or p.company_id = :own_company)";

    /** Whether a published plan of {@code p} can be deployed now: its cloud is not switched off. */
    static final String IS_ORDERABLE = "exists (select from cmw.product_version pv"
            + " left join cmw.cloud_provider cp on cp.id = pv.cloud_provider_id"
            + " where pv.product_id = p.id and pv.published and not pv.deleted and coalesce(cp.enabled, true))";

    /** Subscriptions {@code s} of something of {@code p} that the reader has, sells, or looks after. */
    private static final String IS_HIS = "(:sees_everything or p.company_id = :own_company or s.buyer_id = :me"
            + " or s.buyer_company_id = :company or s.reseller_id = :company or s.distributor_id = :company)";

    private static final String ORDERED = "cmw.\"order\" o join cmw.subscription s on s.id = o.subscription_id";

    private static final int NO_COMPANY = 0;

    private ProductSight() {}

    /** Sets the parameters that {@link #SEES_PLAN} needs. */
    static <T> Selection<T> bind(Selection<T> selection, Principal who) {
        Sight sight = CatalogueAccess.sight(who);
        boolean ownToo = sight == Sight.OWN_AND_PUBLISHED && who.companyId() != null;
        return selection
                .with("sees_everything", sight == Sight.EVERYTHING)
                .with("own_company", ownToo ? who.companyId() : NO_COMPANY);
    }

    public static <T> Selection<T> products(Selection<T> selection, Principal who) {
        return bind(selection, who)
                .where("not p.deleted")
                .where(":sees_everything or p.company_id = :own_company or " + IS_PUBLISHED);
    }

    /** Only what the reader sees the inside of: his own, for staff everything. */
    static <T> Selection<T> inside(Selection<T> selection, Principal who) {
        return bind(selection, who).where(SEES_INSIDE);
    }

    /** Products of which somebody has, or had, a subscription: as far as it is the reader's, removed ones as well. */
    static <T> Selection<T> soldProducts(Selection<T> selection, Principal who) {
        return sold(selection, who)
                .where("exists (select from cmw.subscription s where s.product_id = p.id and " + IS_HIS
                        + ") or exists (select from " + ORDERED
                        + " join cmw.product_version b on b.id = o.product_version_id where b.product_id = p.id and "
                        + IS_HIS + ")");
    }

    /** The same of plans {@code v}. */
    static <T> Selection<T> soldPlans(Selection<T> selection, Principal who) {
        return sold(selection, who)
                .where("exists (select from cmw.subscription s where s.product_version_id = v.id and " + IS_HIS
                        + ") or exists (select from " + ORDERED + " where o.product_version_id = v.id and " + IS_HIS
                        + ")");
    }

    private static <T> Selection<T> sold(Selection<T> selection, Principal who) {
        return bind(selection, who)
                .with("me", who.userId())
                .with("company", who.companyId() == null ? NO_COMPANY : who.companyId());
    }

    public static <T> Selection<T> plans(Selection<T> selection, Principal who) {
        return bind(selection, who).where("not p.deleted").where(SEES_PLAN);
    }
}
