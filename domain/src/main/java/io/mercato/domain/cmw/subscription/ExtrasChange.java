package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.pricing.BillingItemValueType;
import io.mercato.domain.cmw.pricing.ItemChoices;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.Priced;
import io.mercato.domain.cmw.pricing.Proration;
import io.mercato.domain.error.Errors;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Other quantities of extra resources. More is at once: for the rest of the period the old quantity is credited and the
 * new one charged, on the next invoice; less waits for the next period (behaviour §6). What was agreed keeps its prices.
 *
 * @param before what there is
 * @param after what there is to be
 */
public record ExtrasChange(List<OrderedItem> before, List<OrderedItem> after) {
    private static final String REFERENCE = "billingItem/";

    public ExtrasChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * REJECTED when the plan does not offer it, when nothing changes, when some of it is to be more and some less, or when
     * there cannot be less of something.
     *
     * @param frozen what was agreed
     * @param offered what the plan offers now
     * @param asked new quantities by reference, {@code billingItem/1}; what is not named stays
     */
    public static ExtrasChange of(
            List<OrderedItem> frozen, List<PlanItem> offered, Map<String, Integer> asked, String currency) {
        if (asked.isEmpty()) {
            throw Errors.invalidField("billingItems", "name the extra resources to change");
        }
        Map<Integer, PlanItem> items = new LinkedHashMap<>();
        offered.forEach(item -> items.put(item.billingItemId(), item));
        Map<String, Integer> quantities = new LinkedHashMap<>();
        frozen.forEach(one -> {
            items.put(one.item().billingItemId(), one.item());
            quantities.put(reference(one.item()), one.quantity());
        });
        quantities.putAll(asked);
        ExtrasChange change =
                new ExtrasChange(frozen, ItemChoices.of(List.copyOf(items.values()), quantities, currency));
        change.require(items.values());
        return change;
    }

    /**
     * What was ordered less of, with the next period; whatever became of the plan since.
     *
     * @param quantities as {@link #quantities()} were
     */
    public static ExtrasChange less(List<OrderedItem> frozen, Map<String, Integer> quantities) {
        List<OrderedItem> left = frozen.stream()
                .map(one -> new OrderedItem(
                        one.item(), Math.min(one.quantity(), quantities.getOrDefault(reference(one.item()), 0))))
                .filter(one -> one.quantity() > 0 || one.item().valueType() == BillingItemValueType.PAY_AS_YOU_GO)
                .toList();
        return new ExtrasChange(frozen, left);
    }

    private void require(Iterable<PlanItem> items) {
        boolean more = false;
        boolean less = false;
        for (PlanItem item : items) {
            int difference = quantity(after, item) - quantity(before, item);
            if (difference != 0 && item.valueType() == BillingItemValueType.PAY_AS_YOU_GO) {
                throw Errors.rejectedField("measured", "billingItems", "" + item.name() + " is measured, not ordered");
            }
            if (difference < 0 && !item.downgradable()) {
                throw Errors.rejectedField(
                        "not-downgradable", "billingItems", "there cannot be less of " + item.name() + " later");
            }
            more |= difference > 0;
            less |= difference < 0;
        }
        if (more == less) {
            throw Errors.rejectedField(
                    more ? "more-and-less" : "nothing-changes",
                    "billingItems",
                    more ? "order what is to be more apart from what is to be less" : "this is what there is already");
        }
    }

    /** Whether something becomes less, so that it waits for the next period. */
    public boolean isDowngrade() {
        return before.stream().anyMatch(one -> quantity(after, one.item()) < one.quantity());
    }

    /** Another quantity of an extra resource. */
    public record Difference(String item, int before, int after) {}

    /** What becomes more or less, in the order of what there is and then of what is added. */
    public List<Difference> differences() {
        Map<Integer, PlanItem> items = new LinkedHashMap<>();
        before.forEach(one -> items.put(one.item().billingItemId(), one.item()));
        after.forEach(one -> items.putIfAbsent(one.item().billingItemId(), one.item()));
        return items.values().stream()
                .map(item -> new Difference(item.name(), quantity(before, item), quantity(after, item)))
                .filter(one -> one.before() != one.after())
                .toList();
    }

    /** The new quantities by reference. */
    public Map<String, Integer> quantities() {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        before.forEach(one -> quantities.put(reference(one.item()), 0));
        after.forEach(one -> quantities.put(reference(one.item()), one.quantity()));
        return quantities;
    }

    /** What is to be paid for it, with the next invoice: nothing when it waits. */
    public InvoiceDraft due(Subscription subscription, Instant now) {
        return new InvoiceDraft(
                isDowngrade() ? List.of() : lines(subscription, now),
                subscription.terms().price().currency());
    }

    /** What the rest of the period costs more, and what is paid once for what is added. */
    public List<InvoiceLine> lines(Subscription subscription, Instant now) {
        Proration rest = Proration.at(
                now,
                Objects.requireNonNull(subscription.periodStart(), "periodStart"),
                Objects.requireNonNull(subscription.end(), "end"));
        List<InvoiceLine> lines = new ArrayList<>();
        for (OrderedItem one : after) {
            int old = quantity(before, one.item());
            if (one.quantity() != old) {
                lines.addAll(lines(subscription, one.item(), old, one.quantity(), rest));
            }
        }
        return lines;
    }

    private static List<InvoiceLine> lines(
            Subscription subscription, PlanItem item, int old, int quantity, Proration rest) {
        String currency = subscription.terms().price().currency();
        Priced before = item.scheme(currency).price(old);
        Priced after = item.scheme(currency).price(quantity);
        List<InvoiceLine> lines = new ArrayList<>();
        if (item.valueType().inAdvance()) {
            before.parts().forEach(part -> lines.add(line(subscription, item, part, rest, true)));
            after.parts().forEach(part -> lines.add(line(subscription, item, part, rest, false)));
        }
        Money setup = after.setupNet().minus(before.setupNet());
        if (setup.amount().signum() > 0) {
            lines.add(new InvoiceLine(
                    LineType.BILLINGITEMSETUP,
                    name(subscription, item) + ": set-up",
                    setup,
                    BigDecimal.ONE,
                    subscription.terms().vatRate(),
                    new InvoiceLine.Resource(item.billingItemId(), null, null)));
        }
        return lines;
    }

    private static InvoiceLine line(
            Subscription subscription, PlanItem item, Priced.Part part, Proration rest, boolean credit) {
        return new InvoiceLine(
                LineType.BILLINGITEMRECURRING,
                name(subscription, item) + (credit ? ": credit" : ""),
                rest.unitPrice(part.unitPrice()),
                credit ? part.quantity().negate() : part.quantity(),
                subscription.terms().vatRate(),
                new InvoiceLine.Resource(item.billingItemId(), item.unit(), part.tag()));
    }

    private static String name(Subscription subscription, PlanItem item) {
        return subscription.planName() + ": " + item.name();
    }

    private static int quantity(List<OrderedItem> items, PlanItem item) {
        return items.stream()
                .filter(one -> one.item().billingItemId() == item.billingItemId())
                .mapToInt(OrderedItem::quantity)
                .sum();
    }

    private static String reference(PlanItem item) {
        return REFERENCE + item.billingItemId();
    }
}
