package io.mercato.domain.cmw.order;

import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Between whom an order, and the subscription that came of it, was agreed.
 *
 * @param buyerCompanyId his company
 * @param vendorId company of the product's vendor; null when there are several, of whom none sees the others' prices
 * @param resellerId company that sold it; null for a customer of the marketplace itself
 * @param distributorId company above the reseller; null for none
 */
public record Parties(
        int buyerId,
        @Nullable Integer buyerCompanyId,
        @Nullable Integer vendorId,
        @Nullable Integer resellerId,
        @Nullable Integer distributorId) {

    /** The customer himself, or a colleague; of a sandbox its vendor's people, or the administrator who ordered it. */
    public boolean isBuyer(Principal who) {
        return switch (who.role()) {
            case USER -> who.userId() == buyerId || who.belongsTo(buyerCompanyId);
            case VENDOR -> isVendor(who) && who.belongsTo(buyerCompanyId);
            case ADMIN, SUPERADMIN -> who.userId() == buyerId;
            case ANONYMOUS, RESELLER, DISTRIBUTOR, SUPERVISOR -> false;
        };
    }

    public boolean isVendor(Principal who) {
        return who.role() == Role.VENDOR && who.belongsTo(vendorId);
    }

    /** Whoever sold it: the reseller, or the distributor above him. */
    public boolean isSeller(Principal who) {
        return (who.role() == Role.RESELLER || who.role() == Role.DISTRIBUTOR)
                && (who.belongsTo(resellerId) || who.belongsTo(distributorId));
    }

    /** The parties themselves and staff; peers see nothing of each other (behaviour §2). */
    public boolean maySee(Principal who) {
        return who.role().isStaff() || isBuyer(who) || isVendor(who) || isSeller(who);
    }

    /** Whoever acts as the customer: himself, and the one who sold it to him. */
    public boolean actsAsCustomer(Principal who) {
        return isBuyer(who) || isSeller(who);
    }

    /** A party, or an administrator: who only watches changes nothing. */
    public boolean mayChange(Principal who) {
        return who.role().isAdministrator() || isBuyer(who) || isVendor(who) || isSeller(who);
    }

    /** Who lets an order through, or refuses it. */
    public boolean mayDecide(Principal who) {
        return who.role().isAdministrator() || isVendor(who) || isSeller(who);
    }
}
