package io.mercato.domain.cmw.people;

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

    /** Himself, and administrators those whose role they could give: nobody rises by changing somebody above him. */
    public static boolean mayChangeUser(Principal who, int userId, Role role) {
        return !who.isAnonymous() && who.userId() == userId || rolesToGive(who).contains(role);
    }

    /** Roles that somebody may make users of. */
    public static Set<Role> rolesToGive(Principal who) {
        if (!who.role().isAdministrator()) {
            return EnumSet.noneOf(Role.class);
        }
        Set<Role> roles = EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS));
        if (who.role() != Role.SUPERADMIN) {
            roles.remove(Role.SUPERADMIN);
            roles.remove(Role.ADMIN);
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
}
