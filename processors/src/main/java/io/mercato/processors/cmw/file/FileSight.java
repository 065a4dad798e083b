package io.mercato.processors.cmw.file;

import io.mercato.domain.cmw.catalogue.CatalogueAccess;
import io.mercato.domain.cmw.catalogue.CatalogueAccess.Sight;
import io.mercato.domain.cmw.file.FileKind;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.sql.Selection;

/**
 * Which files somebody sees, as a condition over {@code f}: those of products that he sees, unless they are private; the
 * private ones of products that he has bought; those of his company; logos and users' files are everybody's.
 */
public final class FileSight {
    private static final int NOBODY = -1;

    /** A product shows once it has a published plan. */
    private static final String SHOWN = "exists (select from cmw.product p where p.id = f.product_id and not p.deleted"
            + " and exists (select from cmw.product_version v"
            + " where v.product_id = p.id and v.published and not v.deleted))";

    private static final String BOUGHT = "exists (select from cmw.subscription s where s.product_id = f.product_id"
            + " and (s.buyer_id = :me or s.buyer_company_id = :my_company)"
            + " and s.status not in ('UNDEPLOYED', 'REJECTED', 'PAYMENT_EXPIRED', 'WAITING_PAYMENT'))";

    /** Whether only buyers get it, as {@code StoredFile.isPrivate} says it. */
    static final String IS_PRIVATE = "(f.kind = 'PRODUCT_FILE' and lower(coalesce(f.tag, '')) = 'private')";

    /**
     * Whether the reader of a product {@code p} gets {@code f} with it; needs the parameters of {@link #bind}, besides
     * {@code :sees_everything} and {@code :own_company}, which the product's own sight needs.
     */
    public static final String WITH_PRODUCT =
            "(:sees_everything or f.owner_company_id = :own_company or not " + IS_PRIVATE + " or " + BOUGHT + ")";

    private FileSight() {}

    /** Sets the parameters that say who may have bought something. */
    public static <T> Selection<T> bind(Selection<T> selection, Principal who) {
        return selection
                .with("me", who.userId() == 0 ? NOBODY : who.userId())
                .with("my_company", who.companyId() == null ? NOBODY : who.companyId());
    }

    static <T> Selection<T> of(Selection<T> files, Principal who, FileKind kind) {
        files.where("f.kind = :kind", "kind", kind.name());
        if (!kind.isOfProducts() || CatalogueAccess.sight(who) == Sight.EVERYTHING) {
            return files;
        }
        boolean vendor = CatalogueAccess.sight(who) == Sight.OWN_AND_PUBLISHED && who.companyId() != null;
        return bind(files, who)
                .where("f.owner_company_id = :own_company or (not " + IS_PRIVATE + " and " + SHOWN + ") or " + BOUGHT)
                .with("own_company", vendor ? who.companyId() : NOBODY);
    }
}
