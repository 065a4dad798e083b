package io.mercato.domain.cmw.invoice;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may add costs to a subscription, and when. */
public final class CostRules {
    /** More than anybody reads. */
    private static final int MAXIMUM_LINES = 500;

    private static final Set<SubscriptionStatus> USED = EnumSet.of(
            SubscriptionStatus.PENDING,
            SubscriptionStatus.DEPLOYED,
            SubscriptionStatus.STOPPED,
            SubscriptionStatus.FAILED);

    private CostRules() {}

    /** FORBIDDEN but for the product's vendor and administrators; CONFLICT before it has begun and after its end. */
    public static void requireInvoiceable(Principal who, Subscription subscription) {
        require(
                who,
                subscription,
                USED.contains(subscription.status()) || subscription.status() == SubscriptionStatus.UNDEPLOY_SENT);
    }

    /** The same, and there must be an invoice to come. */
    public static void requireRenewable(Principal who, Subscription subscription) {
        require(who, subscription, USED.contains(subscription.status()));
    }

    private static void require(Principal who, Subscription subscription, boolean possible) {
        if (!subscription.parties().isVendor(who) && !who.role().isAdministrator()) {
            throw Errors.forbidden();
        }
        if (subscription.isSandbox()) {
            throw Errors.conflict(
                    "sandbox-costs-nothing", "Subscription " + subscription.id() + " is a sandbox: it costs nothing");
        }
        if (!possible) {
            throw Errors.conflict(
                    "no-costs-now",
                    "Subscription " + subscription.id() + " is " + subscription.status()
                            + ": nothing can be added now");
        }
    }

    /** INVALID when there are none, or too many. */
    public static void requireLines(List<VendorCost> costs, boolean mayBeNone) {
        if (costs.isEmpty() && !mayBeNone) {
            throw Errors.invalidField("body", "must hold at least one line");
        }
        if (costs.size() > MAXIMUM_LINES) {
            throw Errors.invalidField("body", "must hold at most " + MAXIMUM_LINES + " lines");
        }
    }
}
