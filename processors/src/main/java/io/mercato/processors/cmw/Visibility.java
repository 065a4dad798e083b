package io.mercato.processors.cmw;

import io.mercato.domain.identity.Principal;
import io.mercato.processors.sql.Selection;

/**
 * Whose subscriptions, and orders of them, a caller sees, as a condition on table alias {@code s} (behaviour §2: nobody
 * sees another's data; the rule itself stands in {@code Parties.maySee}, and a test holds the two together).
 */
public final class Visibility {

    private Visibility() {}

    public static <T> Selection<T> ofSubscriptions(Principal principal, Selection<T> where) {
        return switch (principal.role()) {
            case SUPERVISOR, ADMIN, SUPERADMIN -> where;
            case VENDOR -> where.where("s.vendor_id = :me", "me", orNobody(principal.companyId()));
            case USER ->
                where.where("(s.buyer_id = :me or s.buyer_company_id = :myCompany)", "me", principal.userId())
                        .with("myCompany", orNobody(principal.companyId()));
            case RESELLER, DISTRIBUTOR ->
                where.where("(s.reseller_id = :me or s.distributor_id = :me)", "me", orNobody(principal.companyId()));
            case ANONYMOUS -> where.where("s.id = :me", "me", orNobody(null));
        };
    }

    /** An id that nothing has. */
    private static int orNobody(Integer company) {
        return company == null ? -1 : company;
    }
}
