package io.mercato.domain.cmw.order;

import io.mercato.domain.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom an order may be placed.
 *
 * @param resellerId company whose customer he is; null for the marketplace's own
 * @param distributorId company above that reseller; null for none
 */
public record Customer(
        int userId,
        String userName,
        Role role,
        boolean enabled,
        @Nullable Integer resellerId,
        @Nullable Integer distributorId) {}
