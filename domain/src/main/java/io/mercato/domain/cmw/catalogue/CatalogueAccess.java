package io.mercato.domain.cmw.catalogue;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who may see and change what of the catalogue (behaviour §2). Supervisors see everything and change nothing. */
public final class CatalogueAccess {

    private CatalogueAccess() {}

    /** How much of the catalogue somebody sees. */
    public enum Sight {
        /** Drafts too, whosever they are. */
        EVERYTHING,
        /** What is published, and the drafts of the own company. */
        OWN_AND_PUBLISHED,
        PUBLISHED
    }

    public static Sight sight(Principal who) {
        if (who.role().isStaff()) {
            return Sight.EVERYTHING;
        }
        return isVendor(who) ? Sight.OWN_AND_PUBLISHED : Sight.PUBLISHED;
    }

    /** The signing key of a product's events: not even supervisors read it. */
    public static boolean seesSecrets(Principal who, @Nullable Integer ownerCompany) {
        return mayWrite(who, ownerCompany);
    }

    /** Drafts and who changed what: for whom a product belongs to, and for staff. */
    public static boolean seesInside(Principal who, @Nullable Integer ownerCompany) {
        return who.role().isStaff() || mayWrite(who, ownerCompany);
    }

    /** Products, plans and machine configurations are written by their vendor and by administrators. */
    public static boolean mayWrite(Principal who, @Nullable Integer ownerCompany) {
        return who.role().isAdministrator() || isVendor(who) && who.belongsTo(ownerCompany);
    }

    /**
     * The company that a new product belongs to: a vendor's own; an administrator names one. Only administrators make
     * a VM product.
     */
    public static int owner(Principal who, ProductType type, @Nullable Integer asked) {
        if (who.role().isAdministrator()) {
            if (asked == null) {
                throw Errors.invalidField("company", "an administrator names the vendor");
            }
            return asked;
        }
        Integer own = who.companyId();
        boolean another = asked != null && !asked.equals(own);
        if (type == ProductType.VM || !isVendor(who) || own == null) {
            throw Errors.forbidden();
        }
        if (another) {
            throw Errors.forbiddenField("company");
        }
        return own;
    }

    /** Clouds, the sizes of their machines, and the platform's own accounts there; their prices are an administrator's. */
    public static boolean mayConfigureClouds(Principal who) {
        return who.role() == Role.SUPERADMIN;
    }

    /** Cloud credentials are seen by their owner and by staff. */
    public static boolean maySeeCredential(Principal who, @Nullable Integer company, @Nullable Integer user) {
        return who.role().isStaff() || ownsCredential(who, company, user);
    }

    public static boolean mayWriteCredential(Principal who, @Nullable Integer company, @Nullable Integer user) {
        boolean platforms = company == null && user == null;
        return platforms ? mayConfigureClouds(who) : who.role().isAdministrator() || ownsCredential(who, company, user);
    }

    private static boolean ownsCredential(Principal who, @Nullable Integer company, @Nullable Integer user) {
        if (who.isAnonymous() || who.userId() == 0) {
            return false;
        }
        return who.belongsTo(company) || user != null && user == who.userId();
    }

    private static boolean isVendor(Principal who) {
        return who.role() == Role.VENDOR;
    }
}
