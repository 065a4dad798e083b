package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes quotes. */
public final class Quotes {

    private Quotes() {}

    /**
     * @param items extra resources with their quantities
     * @param cloud what the cloud costs; empty when it costs the customer nothing
     * @param discount null for none
     */
    public static Quote of(
            PlanPrice plan, List<OrderedItem> items, List<CloudCharge> cloud, @Nullable Discount discount) {
        List<QuoteLine> advance = inAdvance(plan, items, cloud);
        List<QuoteLine> first = new ArrayList<>(advance);
        first.addAll(once(plan, items));
        Money off = off(first, discount, plan.currency());
        return new Quote(
                plan.currency(),
                plan.vatRate(),
                less(first, discount, off, plan.vatRate()),
                plan.renews() ? furtherPeriod(plan, advance, discount) : List.of(),
                atEnd(plan, items, cloud),
                off);
    }

    /**
     * Several that are ordered together, and what is taken off the whole.
     *
     * @param discount one that holds for the first invoice only; null for none
     */
    public static Quote together(String currency, BigDecimal vatRate, List<Quote> quotes, @Nullable Discount discount) {
        List<QuoteLine> first =
                quotes.stream().flatMap(quote -> quote.first().stream()).toList();
        Money off = off(first, discount, currency);
        return new Quote(
                currency,
                vatRate,
                less(first, discount, off, vatRate),
                quotes.stream().flatMap(quote -> quote.period().stream()).toList(),
                quotes.stream().flatMap(quote -> quote.atEnd().stream()).toList(),
                off);
    }

    private static Money off(List<QuoteLine> first, @Nullable Discount discount, String currency) {
        return discount == null ? Money.zero(currency).owed() : discount.amount(first, discount.ceiling(), currency);
    }

    private static List<QuoteLine> furtherPeriod(PlanPrice plan, List<QuoteLine> advance, @Nullable Discount discount) {
        if (discount == null || !discount.lasts()) {
            return advance;
        }
        return less(advance, discount, discount.amount(advance, null, plan.currency()), plan.vatRate());
    }

    private static List<QuoteLine> less(
            List<QuoteLine> lines, @Nullable Discount discount, Money off, BigDecimal vatRate) {
        if (discount == null || off.isZero()) {
            return lines;
        }
        List<QuoteLine> reduced = new ArrayList<>(lines);
        reduced.add(discount.line(off, vatRate));
        return reduced;
    }

    private static List<QuoteLine> inAdvance(PlanPrice plan, List<OrderedItem> items, List<CloudCharge> cloud) {
        List<QuoteLine> lines = new ArrayList<>();
        lines.add(QuoteLine.simple(LineType.PRODUCT, plan.plan(), plan.price(), plan.vatRate()));
        items.stream()
                .filter(ordered -> ordered.item().valueType().inAdvance())
                .forEach(ordered -> lines.addAll(costs(plan, ordered, LineType.BILLINGITEMRECURRING)));
        cloud.stream().filter(CloudCharge::inAdvance).forEach(charge -> lines.add(cloudLine(plan, charge)));
        return lines;
    }

    private static List<QuoteLine> once(PlanPrice plan, List<OrderedItem> items) {
        List<QuoteLine> lines = new ArrayList<>();
        if (!plan.setupFee().isZero()) {
            lines.add(QuoteLine.simple(LineType.SETUPFEE, plan.plan() + ": set-up", plan.setupFee(), plan.vatRate()));
        }
        items.stream()
                .filter(ordered -> ordered.item().valueType() != BillingItemValueType.PAY_AS_YOU_GO)
                .forEach(ordered -> lines.addAll(setups(plan, ordered)));
        return lines;
    }

    private static List<QuoteLine> atEnd(PlanPrice plan, List<OrderedItem> items, List<CloudCharge> cloud) {
        List<QuoteLine> lines = new ArrayList<>();
        items.stream()
                .filter(ordered -> !ordered.item().valueType().inAdvance())
                .forEach(ordered -> lines.addAll(costs(plan, ordered, LineType.BILLINGITEMCOST)));
        cloud.stream().filter(charge -> !charge.inAdvance()).forEach(charge -> lines.add(cloudLine(plan, charge)));
        return lines;
    }

    private static List<QuoteLine> costs(PlanPrice plan, OrderedItem ordered, LineType type) {
        return ordered.priced(plan.currency()).parts().stream()
                .map(part -> new QuoteLine(
                        type,
                        description(plan, ordered, ""),
                        part.unitPrice(),
                        part.quantity(),
                        plan.vatRate(),
                        ordered.item(),
                        ordered.item().unit(),
                        part.tag()))
                .toList();
    }

    private static List<QuoteLine> setups(PlanPrice plan, OrderedItem ordered) {
        Priced priced = ordered.priced(plan.currency());
        List<QuoteLine> lines = new ArrayList<>();
        if (!priced.setup().isZero()) {
            lines.add(new QuoteLine(
                    LineType.BILLINGITEMSETUP,
                    description(plan, ordered, ": set-up"),
                    priced.setup(),
                    BigDecimal.ONE,
                    plan.vatRate(),
                    ordered.item(),
                    null,
                    ordered.tag()));
        }
        priced.parts().stream()
                .filter(part -> !part.setupPrice().isZero())
                .forEach(part -> lines.add(new QuoteLine(
                        LineType.BILLINGITEMPROPORTIONALSETUP,
                        description(plan, ordered, ": set-up of each"),
                        part.setupPrice(),
                        part.units(),
                        plan.vatRate(),
                        ordered.item(),
                        ordered.item().unit(),
                        part.tag())));
        return lines;
    }

    private static QuoteLine cloudLine(PlanPrice plan, CloudCharge charge) {
        return new QuoteLine(
                charge.lineType(),
                plan.plan() + ": " + charge.specs(),
                charge.unitPrice(),
                charge.quantity(),
                plan.vatRate(),
                null,
                charge.unit(),
                null);
    }

    private static String description(PlanPrice plan, OrderedItem ordered, String suffix) {
        return plan.plan() + ": " + ordered.item().name() + suffix;
    }
}
