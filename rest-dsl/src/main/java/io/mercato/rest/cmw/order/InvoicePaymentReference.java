package io.mercato.rest.cmw.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What {@code PATCH /invoice/{id}/pay} takes: how the payment is found on the account. */
public record InvoicePaymentReference(
        @NotNull @Size(min = 1, max = 255) String reference) {}
