package io.mercato.domain.feedback.message;

import org.jspecify.annotations.Nullable;

/**
 * What a ticket system answers to a {@link Ticket}.
 *
 * @param externalId its id there
 * @param url where its people see it, if it says so
 */
public record TicketReceipt(String externalId, @Nullable String url) {}
