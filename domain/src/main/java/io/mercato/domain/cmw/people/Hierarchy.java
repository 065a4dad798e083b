package io.mercato.domain.cmw.people;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who stands below whom: a reseller below a distributor, a customer below a reseller or below the platform itself. */
public final class Hierarchy {

    private Hierarchy() {}

    /**
     * Throws REJECTED unless a company of this kind may stand there.
     *
     * @param field name of the request's field that names the parent
     * @param parent what the parent is; null for none
     */
    public static void check(CompanyKind kind, @Nullable CompanyKind parent, String field) {
        boolean fine = switch (kind) {
            case RESELLER -> parent == CompanyKind.DISTRIBUTOR;
            case CUSTOMER -> parent == null || parent == CompanyKind.RESELLER;
            case PLATFORM, VENDOR, DISTRIBUTOR -> parent == null;
        };
        if (!fine) {
            throw Errors.rejectedField("wrong-parent", field, problem(kind));
        }
    }

    private static String problem(CompanyKind kind) {
        return switch (kind) {
            case RESELLER -> "a reseller belongs to a distributor";
            case CUSTOMER -> "a customer belongs to a reseller or to none";
            case PLATFORM, VENDOR, DISTRIBUTOR -> "such a company belongs to no other";
        };
    }

    /**
     * Below whom a new company stands: the makers of the channel make what stands below themselves, a distributor also
     * customers of his resellers, whom he names; administrators say it, and supervisors for customers. FORBIDDEN for
     * whoever may not make such a company at all.
     *
     * @param above where the company stands that is asked for; null for none
     */
    public static @Nullable Integer parentOfNew(
            Principal who, CompanyKind kind, @Nullable Integer asked, @Nullable Place above) {
        boolean customer = kind == CompanyKind.CUSTOMER;
        if (who.role().isAdministrator() || who.role() == Role.SUPERVISOR && customer) {
            return asked;
        }
        if (who.role() == Role.DISTRIBUTOR && customer) {
            if (asked == null) {
                throw Errors.invalidField("reseller", "name the reseller whose customer it is");
            }
            if (!isAbove(who, above)) {
                throw Errors.forbidden();
            }
            return asked;
        }
        boolean own = who.role() == Role.DISTRIBUTOR && kind == CompanyKind.RESELLER
                || who.role() == Role.RESELLER && kind == CompanyKind.CUSTOMER;
        boolean elsewhere = asked != null && !Objects.equals(asked, who.companyId());
        if (!own || who.companyId() == null || elsewhere) {
            throw Errors.forbidden();
        }
        return who.companyId();
    }

    /** Whether the caller's company is the one that this one buys from, directly or through its reseller. */
    public static boolean isAbove(Principal who, @Nullable Place place) {
        if (place == null || who.companyId() == null) {
            return false;
        }
        return switch (who.role()) {
            case RESELLER -> who.belongsTo(place.parentId());
            case DISTRIBUTOR -> who.belongsTo(place.parentId()) || who.belongsTo(place.grandparentId());
            case ANONYMOUS, USER, VENDOR, SUPERVISOR, ADMIN, SUPERADMIN -> false;
        };
    }

    /** Whether the company at this place is the seller itself, or one that buys from it directly. */
    public static boolean buysFrom(@Nullable Place place, int seller) {
        return place != null && (place.companyId() == seller || Objects.equals(place.parentId(), seller));
    }
}
