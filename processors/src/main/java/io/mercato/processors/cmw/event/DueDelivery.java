package io.mercato.processors.cmw.event;

import io.mercato.domain.cmw.event.EventRecipient;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process has claimed.
 *
 * @param attempt number of this attempt, from 1; whoever claims it later has a higher one
 */
public record DueDelivery(
        int id,
        EventRecipient recipient,
        String endpoint,
        @Nullable Integer vendorId,
        @Nullable Integer productId,
        String body,
        int attempt) {}
