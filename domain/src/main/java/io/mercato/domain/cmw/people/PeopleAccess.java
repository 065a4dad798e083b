package io.mercato.domain.cmw.people;

import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see and change which user and company (behaviour §2). */
public final class PeopleAccess {

    private PeopleAccess() {}

    /** Himself, colleagues of the own company, and for staff everybody. */
    public static boolean maySeeUser(Principal who, int userId, @Nullable Integer companyId) {
        if (who.isAnonymous()) {
            return false;
        }
        return who.role().isStaff() || who.userId() == userId || who.belongsTo(companyId);
    }

    /**
     * As above, and who sells to his company.
     *
     * @param place where his company stands; null for who belongs to none
     */
    public static boolean maySeeUser(Principal who, int userId, @Nullable Place place) {
        return maySeeUser(who, userId, place == null ? null : place.companyId()) || Hierarchy.isAbove(who, place);
    }

    /** Who manages his company makes its people; a vendor or an administrator is nobody's customer. */
    public static boolean mayMakeUser(Principal who, Role role, @Nullable Place place) {
        if (rolesToGive(who).contains(role)) {
            return true;
        }
        if (place == null || !manages(who, place)) {
            return false;
        }
        return role == Role.USER && place.kind() == CompanyKind.CUSTOMER
                || role == Role.RESELLER && place.kind() == CompanyKind.RESELLER;
    }

    /**
     * Himself, and those whom he could make: nobody rises by changing somebody above him.
     *
     * @param place where his company stands; null for who belongs to none
     */
    public static boolean mayChangeUser(Principal who, int userId, Role role, @Nullable Place place) {
        return !who.isAnonymous() && who.userId() == userId || mayMakeUser(who, role, place);
    }

    /** Roles that somebody may make users of. */
    public static Set<Role> rolesToGive(Principal who) {
        return rolesToGive(who.role());
    }

    public static Set<Role> rolesToGive(Role role) {
        if (!role.isAdministrator()) {
            return EnumSet.noneOf(Role.class);
        }
        Set<Role> roles = EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS));
        if (role != Role.SUPERADMIN) {
            roles.remove(Role.SUPERADMIN);
            roles.remove(Role.ADMIN);
        }
        return roles;
    }

    /** Roles that staff may act for: those below its own. */
    public static Set<Role> rolesToActFor(Role role) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (role.isStaff()) {
            EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS)).stream()
                    .filter(other -> other.compareTo(role) < 0)
                    .forEach(roles::add);
        }
        return roles;
    }

    /** Whether the company's inside is to be seen: its people, its addresses, its endpoint. */
    public static boolean seesInside(Principal who, @Nullable Integer companyId) {
        return who.role().isStaff() || !who.isAnonymous() && who.belongsTo(companyId);
    }

    public static boolean mayChangeCompany(Principal who, @Nullable Integer companyId) {
        return who.role().isAdministrator() || !who.isAnonymous() && who.belongsTo(companyId);
    }

    /** As above, and who sells to it. */
    public static boolean seesInside(Principal who, Place place) {
        return seesInside(who, place.companyId()) || Hierarchy.isAbove(who, place);
    }

    /** As above, and who manages it. */
    public static boolean mayChangeCompany(Principal who, Place place) {
        return mayChangeCompany(who, place.companyId()) || manages(who, place);
    }

    /** Who blocks, unblocks and removes a company: administrators, and who manages it. */
    public static boolean mayBlockCompany(Principal who, Place place) {
        return who.role().isAdministrator() || manages(who, place);
    }

    /** CONFLICT for the company that runs the platform: it stays. */
    public static void requireRemovable(Place place) {
        if (place.kind() == CompanyKind.PLATFORM) {
            throw runsThePlatform(place);
        }
    }

    static MercatoException runsThePlatform(Place place) {
        return Errors.conflict(
                "company-runs-the-platform", "Company " + place.companyId() + " runs the platform: it stays");
    }

    /** Managing customers is the business of who sells to them, and of supervisors (behaviour §2). */
    private static boolean manages(Principal who, Place place) {
        return Hierarchy.isAbove(who, place) || who.role() == Role.SUPERVISOR && place.kind() == CompanyKind.CUSTOMER;
    }

    /** Who lets a vendor in that registered itself. */
    public static boolean mayApprove(Principal who) {
        return who.role().isStaff();
    }
}
