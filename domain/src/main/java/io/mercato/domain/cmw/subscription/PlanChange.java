package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.order.OrderStatus;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.Priced;
import io.mercato.domain.cmw.pricing.Proration;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that goes over to another plan of its product. Dearer is at once, for the rest of the period: the old
 * plan and its extra resources are credited at the prices that were agreed, the new plan and those that it offers are
 * charged at its prices (behaviour §6); cheaper waits for the next period. What is paid once is not paid again.
 *
 * @param plan name of the new plan
 * @param terms what is agreed from then on
 * @param before extra resources that there are
 * @param after those that there are from then on
 */
public record PlanChange(int planId, String plan, Terms terms, List<OrderedItem> before, List<OrderedItem> after) {
    private static final int SCALE = 8;

    public PlanChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

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

    /**
     * What is to be paid for it, or, when it comes to less than nothing, what the next invoice has for it: nothing when it
     * waits, or when it comes to nothing.
     */
    public InvoiceDraft due(Subscription subscription, Instant now) {
        InvoiceDraft rest = invoice(subscription, now);
        return isDeferred(subscription) || rest.total().isZero()
                ? new InvoiceDraft(List.of(), terms.price().currency())
                : rest;
    }

    /** What the rest of the period costs more. */
    public InvoiceDraft invoice(Subscription subscription, Instant now) {
        Side old = new Side(subscription.planName(), subscription.terms(), subscription, now, true);
        Side other = new Side(plan, terms, subscription, now, false);
        List<InvoiceLine> lines = new ArrayList<>(old.lines(before));
        lines.addAll(other.lines(after));
        return new InvoiceDraft(lines, terms.price().currency());
    }

    /** What the rest of the period costs with one of both plans. */
    private record Side(String plan, Terms terms, Subscription subscription, Instant now, boolean credit) {

        List<InvoiceLine> lines(List<OrderedItem> items) {
            List<InvoiceLine> lines = new ArrayList<>();
            lines.add(line(LineType.PRODUCT, plan, terms.price(), BigDecimal.ONE, null));
            items.stream().filter(one -> one.item().valueType().inAdvance()).forEach(one -> lines.addAll(lines(one)));
            return lines;
        }

        private List<InvoiceLine> lines(OrderedItem ordered) {
            PlanItem item = ordered.item();
            return item.scheme(terms.price().currency()).price(ordered.quantity()).parts().stream()
                    .map(part -> line(item, part))
                    .toList();
        }

        private InvoiceLine line(PlanItem item, Priced.Part part) {
            return line(
                    LineType.BILLINGITEMRECURRING,
                    plan + ": " + item.name(),
                    part.unitPrice(),
                    part.quantity(),
                    new InvoiceLine.Resource(item.billingItemId(), item.unit(), part.tag()));
        }

        private InvoiceLine line(
                LineType type, String what, Money price, BigDecimal quantity, InvoiceLine.@Nullable Resource resource) {
            return new InvoiceLine(
                    type,
                    what + (credit ? ": credit" : ""),
                    rest(price),
                    credit ? quantity.negate() : quantity,
                    terms.vatRate(),
                    resource);
        }

        /** Of the price of a whole period of this plan what is for the rest of the one that runs. */
        private Money rest(Money price) {
            Instant end = Objects.requireNonNull(subscription.end(), "end");
            Instant start = Objects.requireNonNull(subscription.periodStart(), "periodStart");
            Instant whole = Objects.requireNonNull(terms.endOfPeriod(start), "period");
            long left = Proration.at(now, start, end).remainingHours();
            long hours = Proration.at(start, start, whole).hoursOfPeriod();
            return new Money(
                    price.amount()
                            .multiply(BigDecimal.valueOf(left))
                            .divide(BigDecimal.valueOf(hours), Money.PRICE_SCALE, RoundingMode.HALF_UP),
                    price.currency());
        }
    }

    private static BigDecimal perMonth(Terms terms) {
        int months = terms.billingPeriod() == null ? 1 : terms.billingPeriod();
        return terms.price().amount().divide(BigDecimal.valueOf(months), SCALE, RoundingMode.HALF_UP);
    }
}
