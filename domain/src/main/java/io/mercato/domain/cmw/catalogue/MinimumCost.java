package io.mercato.domain.cmw.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way to buy a product.
 *
 * @param price net, with 4 decimals, for one billing period or for the whole lifespan
 * @param vat percentage on top of it
 * @param billingPeriod months; null for a plan that is not renewed
 * @param lifespan hours; null for a plan that does not end by itself
 */
public record MinimumCost(
        int planId,
        BigDecimal price,
        String currency,
        BigDecimal vat,
        @Nullable Integer billingPeriod,
        @Nullable Integer lifespan) {}
