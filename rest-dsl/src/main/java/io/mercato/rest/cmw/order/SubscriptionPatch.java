package io.mercato.rest.cmw.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.mercato.domain.cmw.subscription.SubscriptionAction;
import io.mercato.domain.cmw.subscription.SubscriptionChange;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.cmw.subscription.SubscriptionTerm;
import io.mercato.rest.UrlEntity;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/**
 * What {@code PATCH /subscription/{id}} takes: an action in any case, or a vendor's report of the deployment's status.
 *
 * @param keepCustomerDataDisk with {@code KILL}: the data disk stays in the cloud
 * @param from with {@code ALTER_DATES}: when the period ends, and the next one begins
 * @param hours with {@code ALTER_DATES}: by how many its end is moved
 * @param productVersion with {@code SYNDICATED_UPGRADE}: the new plan
 * @param billingItems with {@code BILLING_ITEM_UPGRADE}: the new quantities by reference
 */
public record SubscriptionPatch(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        SubscriptionAction action,

        @Size(max = 255) String name,
        Boolean autoRenew,
        SubscriptionStatus deploymentStatus,
        Boolean keepCustomerDataDisk,
        Instant from,
        Integer hours,
        UrlEntity productVersion,
        Map<String, Integer> billingItems) {

    SubscriptionChange toDomain() {
        return new SubscriptionChange(
                action,
                name,
                autoRenew,
                deploymentStatus,
                Boolean.TRUE.equals(keepCustomerDataDisk),
                new SubscriptionTerm(from, hours),
                UrlEntity.id(productVersion, "productVersion", "productVersion"),
                billingItems == null ? Map.of() : billingItems);
    }
}
