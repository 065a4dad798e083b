/**
 * What things cost: billing_item, billing_item_value, instance_pricing, disk_space_pricing, bandwidth_pricing, coupon,
 * coupon_redemption and subscription_billing_item.
 */
package io.mercato.processors.cmw.pricing;
