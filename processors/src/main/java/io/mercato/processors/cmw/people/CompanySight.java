package io.mercato.processors.cmw.people;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.processors.sql.Selection;

/**
 * Whom a caller sees, as conditions on table aliases {@code c} (company) and {@code u} (user); the rules themselves
 * stand in {@code PeopleAccess} and {@code Hierarchy}, and a test holds them together.
 */
final class CompanySight {
    /** Whoever only tries a product out in a sandbox is no customer. */
    private static final String OWN_CUSTOMER =
            "exists (select from cmw.subscription s where s.vendor_id = :own and s.type <> 'SANDBOX' and ";

    private static final String BELOW = "select b.id from cmw.company b left join cmw.company a on a.id = b.parent_id"
            + " where :seller and (b.parent_id = :own or :distributor and a.parent_id = :own)";

    /** Whether he sees the inside of {@code c}; needs the parameters of {@link #ofCompanies}. */
    static final String SEES_INSIDE = "(:staff or c.id = :own or c.id in (" + BELOW + "))";

    private CompanySight() {}

    /** Public ones, the own, those that it sells to or buys from; a vendor also those of its customers. */
    static <T> Selection<T> ofCompanies(Principal who, Selection<T> where) {
        return parameters(who, where)
                .where("not c.deleted")
                .where(":staff or c.id = :own or (c.enabled and c.kind in ('PLATFORM', 'VENDOR'))"
                        + " or c.id in (" + BELOW + ")"
                        + " or c.id = (select o.parent_id from cmw.company o where o.id = :own)"
                        + " or (:vendor and " + OWN_CUSTOMER + "s.buyer_company_id = c.id))");
    }

    /** Himself, colleagues, the people of those that his company sells to; a vendor also its customers. */
    static <T> Selection<T> ofUsers(Principal who, Selection<T> where) {
        return parameters(who, where)
                .with("me", who.userId())
                .where("not u.deleted")
                .where(":staff or u.id = :me or u.company_id = :own"
                        + " or u.company_id in (" + BELOW + ")"
                        + " or (:vendor and " + OWN_CUSTOMER + "s.buyer_id = u.id))");
    }

    private static <T> Selection<T> parameters(Principal who, Selection<T> where) {
        return where.with("staff", who.role().isStaff())
                .with("own", who.isAnonymous() || who.companyId() == null ? 0 : who.companyId())
                .with("vendor", who.role() == Role.VENDOR)
                .with("distributor", who.role() == Role.DISTRIBUTOR)
                .with("seller", who.role() == Role.DISTRIBUTOR || who.role() == Role.RESELLER);
    }
}
