package io.mercato.domain.cmw.vendor;

import io.mercato.domain.cmw.subscription.Subscription;
import io.mercato.domain.cmw.subscription.SubscriptionRules;
import io.mercato.domain.identity.Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a customer gave for a parameter when he ordered.
 *
 * @param value null for a reader who may not know it
 */
public record ParameterValue(
        int parameterId,
        String code,
        String description,
        @Nullable String value) {

    /** A sensitive value is between the customer, who gave it, and the vendor, who asked for it. */
    public static boolean maySee(Principal who, Subscription subscription, boolean sensitive) {
        return !sensitive
                || SubscriptionRules.isBuyer(who, subscription)
                || SubscriptionRules.isVendor(who, subscription);
    }

    /** For who may not know it. */
    public ParameterValue hidden() {
        return new ParameterValue(parameterId, code, description, null);
    }

    /** Without the value. */
    @Override
    public String toString() {
        return "ParameterValue[" + code + "]";
    }
}
