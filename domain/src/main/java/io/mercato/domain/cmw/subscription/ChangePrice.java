package io.mercato.domain.cmw.subscription;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.cmw.pricing.OrderedItem;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.Quote;
import io.mercato.domain.cmw.pricing.QuoteLine;
import io.mercato.domain.money.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a change of a subscription comes to.
 *
 * @param planId that it has afterwards
 * @param licence of one period from then on
 * @param deferred whether it waits for the next period
 * @param due what is to be paid for it, now or with the next invoice
 * @param before extra resources that it has
 * @param after those that it has afterwards
 * @param later what each period costs from then on
 */
public record ChangePrice(
        int planId,
        Money licence,
        boolean deferred,
        InvoiceDraft due,
        List<OrderedItem> before,
        List<OrderedItem> after,
        Quote later) {

    public ChangePrice {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** As an estimate says it. */
    public Quote quote() {
        List<PlanItem> items = Stream.concat(after.stream(), before.stream())
                .map(OrderedItem::item)
                .toList();
        return new Quote(
                later.currency(),
                later.vatRate(),
                due.lines().stream().map(line -> QuoteLine.of(line, items)).toList(),
                later.period(),
                later.atEnd(),
                Money.zero(later.currency()).owed());
    }
}
