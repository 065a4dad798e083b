package io.mercato.domain.cmw.order;

import org.jspecify.annotations.Nullable;

/**
 * What an estimate takes for granted.
 *
 * @param hoursOfUse hours in a month that the machine is expected to run; null for all
 * @param withCloud whether the cloud's prices count
 */
public record Assumptions(@Nullable Integer hoursOfUse, boolean withCloud) {
    /** Those of an order. */
    public static final Assumptions NONE = new Assumptions(null, true);
}
