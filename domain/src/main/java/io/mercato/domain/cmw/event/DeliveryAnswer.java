package io.mercato.domain.cmw.event;

import org.jspecify.annotations.Nullable;

/** What came of one attempt to deliver. */
public sealed interface DeliveryAnswer {

    /** @param retryAfter the header of that name, as it came */
    record Answered(int status, @Nullable String retryAfter) implements DeliveryAnswer {}

    /** @param reason why there was no answer, in words */
    record Unanswered(String reason) implements DeliveryAnswer {}
}
