package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.catalogue.ProductType;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import java.util.EnumSet;
import java.util.Set;

/** Who may see a subscription, and who may do what with it now. */
public final class SubscriptionRules {

    private static final Set<SubscriptionAction> OF_ADMINISTRATORS = EnumSet.of(
            SubscriptionAction.DEPLOY,
            SubscriptionAction.REFRESH_BILLING_CONFIGURATION,
            SubscriptionAction.ALTER_DATES);

    private SubscriptionRules() {}

    /** The buyer and his company, who sold it to him, the vendor of the product, and staff. */
    public static boolean maySee(Principal principal, Subscription subscription) {
        return subscription.parties().maySee(principal);
    }

    public static boolean isVendor(Principal principal, Subscription subscription) {
        return subscription.parties().isVendor(principal);
    }

    public static boolean isBuyer(Principal principal, Subscription subscription) {
        return subscription.parties().isBuyer(principal);
    }

    /** What this caller may do now: the panels draw their buttons from it, and {@link #require} holds it. */
    public static Set<SubscriptionAction> available(
            Principal principal, Subscription subscription, SubscriptionChoices choices) {
        Set<SubscriptionAction> actions = EnumSet.noneOf(SubscriptionAction.class);
        boolean customer = subscription.parties().actsAsCustomer(principal);
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
                || subscription.goesWithItsBundle()
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
            addConfiguration(actions, subscription);
        }
        addPurchases(actions, subscription, choices);
        return actions;
    }

    /** What is bought for it while it is used: more time, another plan, more of an extra resource. */
    private static void addPurchases(
            Set<SubscriptionAction> actions, Subscription subscription, SubscriptionChoices choices) {
        if (Renewal.possible(subscription, choices.now())) {
            actions.add(SubscriptionAction.RENEW);
        }
        boolean changeable = subscription.status() == SubscriptionStatus.DEPLOYED
                && !subscription.terms().isTrial()
                && subscription.terms().billingPeriod() != null
                && subscription.paid()
                && !choices.changePending();
        if (changeable && !subscription.runsOnMachine() && !choices.plans().isEmpty()) {
            actions.add(SubscriptionAction.SYNDICATED_UPGRADE);
        }
        if (changeable && choices.extras()) {
            actions.add(SubscriptionAction.BILLING_ITEM_UPGRADE);
        }
    }

    /** What an administrator may set right. */
    private static void addConfiguration(Set<SubscriptionAction> actions, Subscription subscription) {
        boolean used = subscription.status() == SubscriptionStatus.DEPLOYED
                || subscription.status() == SubscriptionStatus.STOPPED;
        if (used && subscription.terms().renewable() && !subscription.terms().isTrial()) {
            actions.add(SubscriptionAction.REFRESH_BILLING_CONFIGURATION);
        }
        if (used && subscription.end() != null) {
            actions.add(SubscriptionAction.ALTER_DATES);
        }
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
    public static void require(
            Principal principal, Subscription subscription, SubscriptionAction action, SubscriptionChoices choices) {
        if (!mayEver(principal, subscription, action)) {
            throw Errors.forbidden();
        }
        if (available(principal, subscription, choices).contains(action)) {
            return;
        }
        if (subscription.pendingOperation() != null) {
            throw new MercatoException(
                    ErrorKind.LOCKED,
                    "operation-under-way",
                    "Subscription " + subscription.id() + " is busy with " + subscription.pendingOperation());
        }
        if (action == SubscriptionAction.KILL && subscription.goesWithItsBundle()) {
            throw Errors.conflict(
                    "ordered-in-bundle",
                    "Subscription " + subscription.id() + " was ordered in a bundle: take back the order as a whole");
        }
        throw Errors.conflict(
                "operation-not-available",
                "Subscription " + subscription.id() + " is " + subscription.status() + ": " + action
                        + " is not possible now");
    }

    private static boolean mayEver(Principal principal, Subscription subscription, SubscriptionAction action) {
        return principal.role().isAdministrator()
                || !OF_ADMINISTRATORS.contains(action) && subscription.parties().actsAsCustomer(principal);
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
