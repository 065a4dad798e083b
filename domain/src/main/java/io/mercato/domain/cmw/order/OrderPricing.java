package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.catalogue.Trial;
import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponCase;
import io.mercato.domain.cmw.coupon.CouponRefusal;
import io.mercato.domain.cmw.coupon.CouponRules;
import io.mercato.domain.cmw.pricing.CloudCharge;
import io.mercato.domain.cmw.pricing.CloudPrices;
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
        Money price = offer.price();
        if (price == null) {
            throw Errors.rejected("contact-form-only", "This plan has no price: ask the vendor for an offer");
        }
        boolean trial = request.type() == OrderType.TRIAL;
        List<OrderedItem> items = ItemChoices.of(offer.prices().items(), request.billingItems(), price.currency());
        List<CloudCharge> cloud = cloud(offer, request, assumptions);
        String hash = request.couponHash();
        CouponRefusal refusal = CouponRules.refusal(
                hash != null && !hash.isBlank(), offer.prices().coupon(), couponCase(offer, trial), now);
        Coupon coupon = refusal == null ? offer.prices().coupon() : null;
        return trial ? trial(offer, items, cloud, coupon, refusal) : paid(offer, price, items, cloud, coupon, refusal);
    }

    private static OrderPrice paid(
            Offer offer,
            Money price,
            List<OrderedItem> items,
            List<CloudCharge> cloud,
            @Nullable Coupon coupon,
            @Nullable CouponRefusal refusal) {
        PlanPrice plan = new PlanPrice(
                offer.planName(), price, offer.setupFee(), offer.vatRate(), offer.billingPeriod() != null);
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
