package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.pricing.Proration;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A subscription that goes over to another plan of its product. Dearer is at once, for the rest of the period: the old
 * price is credited, the new one charged (behaviour §6); cheaper waits for the next period.
 *
 * @param plan name of the new plan
 * @param terms what is agreed from then on
 */
public record PlanChange(int planId, String plan, Terms terms) {
    private static final int SCALE = 8;

    /** {@code DEFERRED} when the new plan is cheaper, {@code FREE} when there is nothing to pay for it, else {@code PAID}. */
    public OrderStatus outcome(Subscription subscription, Instant now) {
        if (isDeferred(subscription)) {
            return OrderStatus.DEFERRED;
        }
        return invoice(subscription, now).total().amount().signum() > 0 ? OrderStatus.PAID : OrderStatus.FREE;
    }

    /** Whether the new plan is cheaper, so that it waits for the next period. */
    public boolean isDeferred(Subscription subscription) {
        return perMonth(terms).compareTo(perMonth(subscription.terms())) < 0;
    }

    /** What is to be paid for it: nothing when it waits, or when it comes to nothing. */
    public InvoiceDraft due(Subscription subscription, Instant now) {
        return outcome(subscription, now) == OrderStatus.PAID
                ? invoice(subscription, now)
                : new InvoiceDraft(List.of(), terms.price().currency());
    }

    /** What the rest of the period costs more. */
    public InvoiceDraft invoice(Subscription subscription, Instant now) {
        Terms before = subscription.terms();
        return new InvoiceDraft(
                List.of(
                        line(subscription.planName() + ": credit", before, subscription, now, BigDecimal.ONE.negate()),
                        line(plan, terms, subscription, now, BigDecimal.ONE)),
                terms.price().currency());
    }

    private static InvoiceLine line(
            String description, Terms terms, Subscription subscription, Instant now, BigDecimal quantity) {
        Instant end = Objects.requireNonNull(subscription.end(), "end");
        Instant start = Objects.requireNonNull(subscription.periodStart(), "periodStart");
        Instant whole = Objects.requireNonNull(terms.endOfPeriod(start), "period");
        long left = Proration.at(now, start, end).remainingHours();
        long hours = Proration.at(start, start, whole).hoursOfPeriod();
        BigDecimal price = terms.price()
                .amount()
                .multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(hours), Money.PRICE_SCALE, RoundingMode.HALF_UP);
        return new InvoiceLine(
                LineType.PRODUCT, description, new Money(price, terms.price().currency()), quantity, terms.vatRate());
    }

    private static BigDecimal perMonth(Terms terms) {
        int months = terms.billingPeriod() == null ? 1 : terms.billingPeriod();
        return terms.price().amount().divide(BigDecimal.valueOf(months), SCALE, RoundingMode.HALF_UP);
    }
}
