package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** Who may see a subscription, and who may do what with it now. */
public final class SubscriptionRules {

    private SubscriptionRules() {}

    /** The buyer and his company, the vendor of the product, and staff. */
    public static boolean maySee(Principal principal, Subscription subscription) {
        return principal.role().isStaff() || isBuyer(principal, subscription) || isVendor(principal, subscription);
    }

    public static boolean isVendor(Principal principal, Subscription subscription) {
        return principal.role() == Role.VENDOR && principal.belongsTo(subscription.vendorId());
    }

    public static boolean isBuyer(Principal principal, Subscription subscription) {
        return principal.role() == Role.USER
                && (principal.userId() == subscription.buyerId() || principal.belongsTo(subscription.buyerCompanyId()));
    }

    /** What this caller may do now: the panels draw their buttons from it, and {@link #require} holds it. */
    public static Set<SubscriptionAction> available(Principal principal, Subscription subscription) {
        Set<SubscriptionAction> actions = EnumSet.noneOf(SubscriptionAction.class);
        boolean customer = isBuyer(principal, subscription);
        boolean administrator = principal.role().isAdministrator();
        if ((!customer && !administrator) || subscription.status().isOver()) {
            return actions;
        }
        actions.add(SubscriptionAction.SET_NAME);
        if (subscription.terms().renewable() && !subscription.terms().isTrial()) {
            actions.add(SubscriptionAction.AUTORENEW);
        }
        addIfLegal(actions, subscription, SubscriptionAction.KILL, SubscriptionEvent.KILL_REQUESTED);
        if ((subscription.terms().unkillable() && !administrator)
                || subscription.status() == SubscriptionStatus.UNDEPLOY_SENT) {
            actions.remove(SubscriptionAction.KILL);
        }
        if (subscription.runsOnMachine() && subscription.pendingOperation() == null) {
            addIfLegal(actions, subscription, SubscriptionAction.STOP, SubscriptionEvent.STOP_REQUESTED);
            if (subscription.paid() || administrator) {
                addIfLegal(actions, subscription, SubscriptionAction.START, SubscriptionEvent.START_REQUESTED);
            }
        }
        if (administrator) {
            addIfLegal(actions, subscription, SubscriptionAction.DEPLOY, SubscriptionEvent.DEPLOY_REQUESTED);
        }
        return actions;
    }

    private static void addIfLegal(
            Set<SubscriptionAction> actions,
            Subscription subscription,
            SubscriptionAction action,
            SubscriptionEvent event) {
        if (SubscriptionLifecycle.table().isLegal(subscription.status(), event)) {
            actions.add(action);
        }
    }

    /** LOCKED while an operation is under way, FORBIDDEN for whom it is never, CONFLICT when it is not possible now. */
    public static void require(Principal principal, Subscription subscription, SubscriptionAction action) {
        if (!isBuyer(principal, subscription) && !principal.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        if (available(principal, subscription).contains(action)) {
            return;
        }
        if (subscription.pendingOperation() != null) {
            throw new MercatoException(
                    ErrorKind.LOCKED,
                    "operation-under-way",
                    "Subscription " + subscription.id() + " is busy with " + subscription.pendingOperation());
        }
        throw Errors.conflict(
                "operation-not-available",
                "Subscription " + subscription.id() + " is " + subscription.status() + ": " + action
                        + " is not possible now");
    }

    /** A vendor reports on what it runs itself: only on its own syndicated products. */
    public static void requireVendorOf(Principal principal, Subscription subscription) {
        boolean own = isVendor(principal, subscription) || principal.role().isAdministrator();
        if (!own) {
            throw Errors.forbidden();
        }
        if (subscription.productType() != ProductType.SYNDICATED) {
            throw Errors.conflict(
                    "not-syndicated",
                    "Subscription " + subscription.id() + " is not of a syndicated product: the platform deploys it");
        }
    }
}
