package io.mercato.domain.cmw.coupon;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;

/** Who makes coupons for what, and who sees them (behaviour §2). */
public final class CouponAccess {

    private CouponAccess() {}

    /** Whether he sees the coupons of a company at all. */
    public static boolean maySee(Principal who, @Nullable Integer company) {
        return who.role().isStaff() || makesOwn(who) && who.belongsTo(company);
    }

    public static boolean mayWrite(Principal who, @Nullable Integer company) {
        return who.role().isAdministrator() || makesOwn(who) && who.belongsTo(company);
    }

    /**
     * Throws unless he may make a coupon for it: a vendor for his own products, which he names; a reseller and an
     * administrator for anything.
     *
     * @param vendor whose product it is for; null when it is for any
     */
    public static void requireMaking(Principal who, @Nullable Integer vendor) {
        if (who.role().isAdministrator() || who.role() == Role.RESELLER && who.companyId() != null) {
            return;
        }
        if (who.role() != Role.VENDOR || who.companyId() == null) {
            throw Errors.forbidden();
        }
        if (vendor == null) {
            throw Errors.invalidField("product", "name a product or a productVersion of yours");
        }
        if (!who.belongsTo(vendor)) {
            throw Errors.forbidden();
        }
    }

    /** The reseller whose customers alone it is good for; null when a vendor or an administrator makes it. */
    public static @Nullable Integer seller(Principal who) {
        return who.role() == Role.RESELLER ? who.companyId() : null;
    }

    private static boolean makesOwn(Principal who) {
        return who.role() == Role.VENDOR || who.role() == Role.RESELLER;
    }
}
