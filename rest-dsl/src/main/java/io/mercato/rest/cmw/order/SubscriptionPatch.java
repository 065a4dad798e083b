package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import jakarta.validation.constraints.Size;

/**
 * What {@code PATCH /subscription/{id}} takes: an action in any case, or a vendor's report of the deployment's status.
 *
 * @param keepCustomerDataDisk with {@code KILL}: the data disk stays in the cloud
 */
public record SubscriptionPatch(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        SubscriptionAction action,

        @Size(max = 255) String name,
        Boolean autoRenew,
        SubscriptionStatus deploymentStatus,
        Boolean keepCustomerDataDisk) {

    SubscriptionChange toDomain() {
        return new SubscriptionChange(
                action, name, autoRenew, deploymentStatus, Boolean.TRUE.equals(keepCustomerDataDisk));
    }
}
