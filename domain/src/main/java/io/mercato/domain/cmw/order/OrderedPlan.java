package io.mercato.domain.cmw.order;

/**
 * A plan that somebody names to order it.
 *
 * @param vendorId company of its product's vendor
 * @param published whether it is offered to customers
 */
public record OrderedPlan(int id, int vendorId, boolean published) {}
