package io.mercato.domain.cmw.subscription;

import io.mercato.domain.error.Errors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code PATCH /subscription/{id}} asks for: an action of the customer's, or a vendor's report.
 *
 * @param name with {@code SET_NAME}
 * @param autoRenew with {@code AUTORENEW}
 * @param reported what a vendor says of a syndicated product, without an action
 * @param keepDataDisk with {@code KILL}: the data disk stays in the cloud
 * @param term with {@code ALTER_DATES}
 * @param planId with {@code SYNDICATED_UPGRADE}: the new plan
 * @param billingItems with {@code BILLING_ITEM_UPGRADE}: the new quantities by reference, {@code billingItem/1}
 */
public record SubscriptionChange(
        @Nullable SubscriptionAction action,
        @Nullable String name,
        @Nullable Boolean autoRenew,
        @Nullable SubscriptionStatus reported,
        boolean keepDataDisk,
        SubscriptionTerm term,
        @Nullable Integer planId,
        Map<String, Integer> billingItems) {

    public SubscriptionChange {
        billingItems = Map.copyOf(billingItems);
    }

    /** A change that needs no more than that. */
    public SubscriptionChange(
            @Nullable SubscriptionAction action,
            @Nullable String name,
            @Nullable Boolean autoRenew,
            @Nullable SubscriptionStatus reported,
            boolean keepDataDisk) {
        this(action, name, autoRenew, reported, keepDataDisk, new SubscriptionTerm(null, null), null, Map.of());
    }

    /** The change's kind, by which it is routed. */
    public Kind kind() {
        if (action == null) {
            return Kind.REPORT;
        }
        return switch (action) {
            case SET_NAME -> Kind.NAME;
            case AUTORENEW -> Kind.AUTO_RENEW;
            case RENEW -> Kind.RENEWAL;
            case SYNDICATED_UPGRADE -> Kind.PLAN;
            case BILLING_ITEM_UPGRADE -> Kind.EXTRAS;
            case REFRESH_BILLING_CONFIGURATION -> Kind.PRICES;
            case ALTER_DATES -> Kind.DATES;
            case START, STOP, KILL, DEPLOY -> Kind.OPERATION;
        };
    }

    /** How a change is dealt with. */
    public enum Kind {
        REPORT,
        NAME,
        AUTO_RENEW,
        OPERATION,
        RENEWAL,
        PLAN,
        EXTRAS,
        PRICES,
        DATES
    }

    /** The event that an operation is. */
    public SubscriptionEvent operationEvent() {
        return switch (requiredAction()) {
            case START -> SubscriptionEvent.START_REQUESTED;
            case STOP -> SubscriptionEvent.STOP_REQUESTED;
            case KILL -> SubscriptionEvent.KILL_REQUESTED;
            case DEPLOY -> SubscriptionEvent.DEPLOY_REQUESTED;
            case SET_NAME,
                    AUTORENEW,
                    RENEW,
                    SYNDICATED_UPGRADE,
                    BILLING_ITEM_UPGRADE,
                    REFRESH_BILLING_CONFIGURATION,
                    ALTER_DATES -> throw Errors.invalidField("action", "is not an operation");
        };
    }

    private SubscriptionAction requiredAction() {
        if (action == null) {
            throw Errors.invalidField("action", "is missing");
        }
        return action;
    }

    /** The event that a vendor's report is: {@code DEPLOYED}, {@code FAILED} or {@code UNDEPLOYED} (behaviour §5). */
    public SubscriptionEvent reportedEvent() {
        if (reported == null) {
            throw Errors.invalidField("action", "or deploymentStatus must be given");
        }
        return switch (reported) {
            case DEPLOYED -> SubscriptionEvent.DEPLOYED;
            case FAILED -> SubscriptionEvent.DEPLOYMENT_FAILED;
            case UNDEPLOYED -> SubscriptionEvent.UNDEPLOYED;
            default -> throw Errors.invalidField("deploymentStatus", "must be DEPLOYED, FAILED or UNDEPLOYED");
        };
    }

    public int requiredPlan() {
        if (planId == null) {
            throw Errors.invalidField("productVersion", "name the plan to change to");
        }
        return planId;
    }

    public String requiredName() {
        if (name == null || name.isBlank()) {
            throw Errors.invalidField("name", "must not be blank");
        }
        return name.strip();
    }

    public boolean requiredAutoRenew() {
        if (autoRenew == null) {
            throw Errors.invalidField("autoRenew", "must be true or false");
        }
        return autoRenew;
    }
}
