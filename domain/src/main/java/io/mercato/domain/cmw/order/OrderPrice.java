package io.mercato.domain.cmw.order;

import io.mercato.domain.cmw.coupon.Coupon;
import io.mercato.domain.cmw.coupon.CouponRefusal;
import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.pricing.CloudCharge;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs, and what of that is agreed for its whole duration.
 *
 * @param items extra resources with their quantities
 * @param cloud what the cloud costs in a period
 * @param coupon the one that is used; null for none
 * @param refusal why the coupon that was named is not used, or why there must be one; null when nothing is wrong
 * @param granted what the coupon is worth in this order
 * @param trialDays days of a trial; null when it is none
 * @param parts what each plan of a bundle costs, without the coupon; empty for anything else
 */
public record OrderPrice(
        Quote quote,
        List<OrderedItem> items,
        List<CloudCharge> cloud,
        @Nullable Coupon coupon,
        @Nullable CouponRefusal refusal,
        Money granted,
        @Nullable Integer trialDays,
        List<OrderPrice> parts) {

    public OrderPrice {
        items = List.copyOf(items);
        cloud = List.copyOf(cloud);
        parts = List.copyOf(parts);
    }

    /** Of something that is no bundle. */
    public OrderPrice(
            Quote quote,
            List<OrderedItem> items,
            List<CloudCharge> cloud,
            @Nullable Coupon coupon,
            @Nullable CouponRefusal refusal,
            Money granted,
            @Nullable Integer trialDays) {
        this(quote, items, cloud, coupon, refusal, granted, trialDays, List.of());
    }

    /** {@code APPLIED}, {@code NO_EFFECT} where its price is no better, or why it is refused; null without a coupon. */
    public @Nullable String couponStatus() {
        if (refusal != null) {
            return refusal.name();
        }
        if (coupon == null) {
            return null;
        }
        boolean better = trialDays != null || coupon.discount(granted.currency()) == null || !granted.isZero();
        return better ? "APPLIED" : "NO_EFFECT";
    }

    /** The first invoice; null when there is nothing to pay. */
    public @Nullable InvoiceDraft firstInvoice() {
        InvoiceDraft draft = quote.firstInvoice();
        return draft.total().isZero() ? null : draft;
    }
}
