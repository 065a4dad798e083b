package io.mercato.platform.cmw.pricing;

import io.mercato.platform.cmw.ResourceRoutes;
import io.mercato.platform.messaging.TransactionPolicies;
import org.springframework.stereotype.Component;

/** What things cost, and the few things that are done with it besides reading and writing. */
@Component
public class PricingRoutes extends ResourceRoutes {

    @Override
    public void configure() {
        resource("billing-item", "billingItem", "billingItemStore");
        resource("instance-pricing", "instancePricing", "instancePricingStore");
        resource("disk-space-pricing", "diskSpacePricing", "diskSpacePricingStore");
        resource("bandwidth-pricing", "bandwidthPricing", "bandwidthPricingStore");
        resource("coupon", "coupon", "couponStore");
        // spotless:off
        // In:  variables principal, path with identifier; Out: the extra resource; Fails: to the caller
        from("direct:cmw-get-billing-item-by-identifier").routeId("cmw-get-billing-item-by-identifier")
            .errorHandler(noErrorHandler())
            .bean("billingItemStore", "byIdentifier(${variable.principal}, ${variable.path[identifier]})");

        // In:  nothing; Out: what a cloud can do, as a map of names and words; Fails: never
        from("direct:cmw-list-cloud-provider-tags").routeId("cmw-list-cloud-provider-tags")
            .errorHandler(noErrorHandler())
            .bean("cloudTags", "all");

        // In:  variables principal, path with hash, which may be a code; Out: the coupon; Fails: NOT_FOUND
        from("direct:cmw-get-coupon-by-hash").routeId("cmw-get-coupon-by-hash").errorHandler(noErrorHandler())
            .bean("couponStore", "byHash(${variable.principal}, ${variable.path[hash]})");

        // In:  variables principal, filter: what the coupons are to be like
        // Out: a coupon, variable location; a list of them when the query says how many
        // Fails: rolled back; INVALID, FORBIDDEN, CONFLICT for a code that is taken
        from("direct:cmw-make-coupons").routeId("cmw-make-coupons").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("couponDesk", "make(${variable.principal}, ${variable.filter})")
            .setVariable("location", method("couponDesk", "location(${body})"));

        // In:  variables principal, id, ifMatch, body a CouponChange; Out: nothing; Fails: rolled back
        from("direct:cmw-change-coupon").routeId("cmw-change-coupon").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .to("direct:cmw-lock-coupon")
            .bean("couponStore", "change(${variable.principal}, ${variable.id}, ${body})");
        // spotless:on
    }
}
