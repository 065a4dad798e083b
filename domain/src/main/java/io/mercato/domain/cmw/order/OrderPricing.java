package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponCase;
import io.mercato.domain.cmw.coupon.CouponRefusal;
import io.mercato.domain.cmw.coupon.CouponRules;
import io.mercato.domain.cmw.pricing.CloudCharge;
import io.mercato.domain.cmw.pricing.CloudPrices;
import io.mercato.domain.cmw.pricing.Discount;
import io.mercato.domain.cmw.pricing.ItemChoices;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanPrice;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.pricing.Quotes;
import io.mercato.domain.error.Errors;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices an order: the estimate and the order itself come from here, and say the same. */
public final class OrderPricing {
    private static final int HOURS_OF_DAY = 24;

    private OrderPricing() {}

    /**
     * A coupon that is no good is not used, and the result says why; whoever orders must ask.
     *
     * @param assumptions of an estimate; an order has none
     */
    public static OrderPrice price(Offer offer, OrderRequest request, Assumptions assumptions, Instant now) {
        return offer.isBundle() ? bundle(offer, request, assumptions, now) : single(offer, request, assumptions, now);
    }

    private static OrderPrice single(Offer offer, OrderRequest request, Assumptions assumptions, Instant now) {
        if (request.type() == OrderType.SANDBOX) {
            return sandbox(offer, request);
        }
        Money price = required(offer);
        boolean trial = request.type() == OrderType.TRIAL;
        List<OrderedItem> items = ItemChoices.of(offer.prices().items(), request.billingItems(), price.currency());
        List<CloudCharge> cloud = cloud(offer, request, assumptions);
        CouponRefusal refusal = refusal(offer, request, trial, now);
        Coupon coupon = refusal == null ? offer.prices().coupon() : null;
        return trial ? trial(offer, items, cloud, coupon, refusal) : paid(offer, price, items, cloud, coupon, refusal);
    }

    /** Costs nothing, whatever the plan costs, or does not say yet. */
    private static OrderPrice sandbox(Offer offer, OrderRequest request) {
        String hash = request.couponHash();
        if (hash != null && !hash.isBlank()) {
            throw Errors.rejectedField("coupon-not-for-sandboxes", "hashCoupon", "a sandbox costs nothing anyway");
        }
        String currency = offer.setupFee().currency();
        List<OrderedItem> items = ItemChoices.of(offer.prices().items(), request.billingItems(), currency);
        Quote nothing = Quote.nothing(currency, offer.vatRate());
        return new OrderPrice(nothing, items, List.of(), null, null, nothing.discount(), null);
    }

    private static Money required(Offer offer) {
        Money price = offer.price();
        if (price == null) {
            throw Errors.rejected("contact-form-only", "This plan has no price: ask the vendor for an offer");
        }
        return price;
    }

    /**
     * All that is in a bundle, each at its discounted price. A coupon takes percents off the whole; another price in place of
     * a bundle's would be nobody's, for each plan that is in it is renewed for itself.
     */
    private static OrderPrice bundle(Offer offer, OrderRequest request, Assumptions assumptions, Instant now) {
        if (request.type() == OrderType.TRIAL) {
            throw Errors.rejected("trial-not-allowed", "A bundle cannot be tried");
        }
        if (request.type() == OrderType.SANDBOX) {
            throw Errors.rejected(
                    "sandbox-not-allowed", "A bundle has no sandbox: order one of each plan that is in it");
        }
        if (offer.parts().isEmpty()) {
            throw Errors.rejected("bundle-empty", "There is nothing in this bundle");
        }
        List<OrderRequest> requests = BundledOffer.requests(offer.parts(), request);
        List<OrderPrice> parts = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            BundledOffer part = offer.parts().get(i);
            OrderRequest own = requests.get(i);
            parts.add(part.decide(() -> part(part.discounted(), own, assumptions)));
        }
        String currency = offer.setupFee().currency();
        CouponRefusal refusal = refusal(offer, request, false, now);
        Coupon coupon = refusal == null ? offer.prices().coupon() : null;
        Discount discount = coupon == null ? null : coupon.discount(currency);
        if (discount != null && discount.lasts()) {
            refusal = CouponRefusal.NOT_FOR_BUNDLES;
            coupon = null;
            discount = null;
        }
        Quote quote = Quotes.together(
                currency, offer.vatRate(), parts.stream().map(OrderPrice::quote).toList(), discount);
        return new OrderPrice(
                quote,
                parts.stream().flatMap(part -> part.items().stream()).toList(),
                parts.stream().flatMap(part -> part.cloud().stream()).toList(),
                coupon,
                refusal,
                quote.discount(),
                null,
                parts);
    }

    /** A plan of a bundle, without any coupon; its lines say of which product it is. */
    private static OrderPrice part(Offer offer, OrderRequest request, Assumptions assumptions) {
        if (!offer.isThereFor(request.type())) {
            throw Errors.rejected("plan-not-offered", "This plan is not sold any more");
        }
        Money price = required(offer);
        List<OrderedItem> items = ItemChoices.of(offer.prices().items(), request.billingItems(), price.currency());
        List<CloudCharge> cloud = cloud(offer, request, assumptions);
        Quote quote = Quotes.of(plan(offer, offer.title(), price), items, cloud, null);
        return new OrderPrice(quote, items, cloud, null, null, quote.discount(), null);
    }

    private static PlanPrice plan(Offer offer, String name, Money price) {
        return new PlanPrice(name, price, offer.setupFee(), offer.vatRate(), offer.billingPeriod() != null);
    }

    private static @Nullable CouponRefusal refusal(Offer offer, OrderRequest request, boolean trial, Instant now) {
        String hash = request.couponHash();
        return CouponRules.refusal(
                hash != null && !hash.isBlank(), offer.prices().coupon(), couponCase(offer, trial), now);
    }

    private static OrderPrice paid(
            Offer offer,
            Money price,
            List<OrderedItem> items,
            List<CloudCharge> cloud,
            @Nullable Coupon coupon,
            @Nullable CouponRefusal refusal) {
        PlanPrice plan = plan(offer, offer.planName(), price);
        Quote quote = Quotes.of(plan, items, cloud, coupon == null ? null : coupon.discount(price.currency()));
        return new OrderPrice(quote, items, cloud, coupon, refusal, quote.discount(), null);
    }

    /** A trial costs nothing; a coupon for one is worth what its machine uses. */
    private static OrderPrice trial(
            Offer offer,
            List<OrderedItem> items,
            List<CloudCharge> cloud,
            @Nullable Coupon coupon,
            @Nullable CouponRefusal refusal) {
        String currency = offer.setupFee().currency();
        Integer own = offer.trial() == Trial.NOT_ALLOWED ? null : offer.trialLength();
        Integer granted = coupon == null ? null : coupon.days();
        Integer days = own == null || granted != null && granted > own ? granted : own;
        Money worth = coupon == null || days == null ? Money.zero(currency) : worth(offer, cloud, days);
        Money left = coupon == null ? null : coupon.left(currency);
        boolean tooMuch = left != null && worth.amount().compareTo(left.amount()) > 0;
        return new OrderPrice(
                Quote.nothing(currency, offer.vatRate()),
                items,
                cloud,
                tooMuch ? null : coupon,
                tooMuch ? CouponRefusal.EXHAUSTED : refusal,
                worth,
                tooMuch ? own : days);
    }

    private static Money worth(Offer offer, List<CloudCharge> cloud, int days) {
        BigDecimal hours = BigDecimal.valueOf((long) days * HOURS_OF_DAY);
        BigDecimal period = period(offer, null).inHours();
        Money sum = cloud.stream()
                .map(CloudCharge::net)
                .reduce(Money.zero(offer.setupFee().currency()), Money::plus);
        BigDecimal share = sum.amount().multiply(hours).divide(period, Money.OWED_SCALE, RoundingMode.HALF_UP);
        return new Money(share, sum.currency());
    }

    /** The platform's clouds cost; an account of the customer's own is paid by himself. */
    private static List<CloudCharge> cloud(Offer offer, OrderRequest request, Assumptions assumptions) {
        CloudPrices prices = offer.prices().cloud();
        if (prices == null || request.credentialId() != null || !assumptions.withCloud()) {
            return List.of();
        }
        return prices.charges(
                offer.prices().iaasBilling(),
                period(offer, assumptions.hoursOfUse()),
                offer.setupFee().currency());
    }

    private static CloudPrices.Period period(Offer offer, @Nullable Integer hoursOfUse) {
        return new CloudPrices.Period(offer.billingPeriod(), offer.lifespan(), hoursOfUse);
    }

    private static CouponCase couponCase(Offer offer, boolean trial) {
        return new CouponCase(
                offer.planId(),
                offer.productId(),
                offer.prices().coupons(),
                offer.prices().sellerId(),
                offer.prices().buyerEmail(),
                trial,
                offer.prices().couponUses());
    }
}
