package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.invoice.InvoiceLine;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote, which becomes one of an invoice.
 *
 * @param unitPrice without tax; below zero for a discount
 * @param item extra resource that it is for; null when it is for something else
 * @param unit what the quantity counts; null when it counts nothing
 * @param tag of the range that its price comes from
 */
public record QuoteLine(
        LineType type,
        String description,
        Money unitPrice,
        BigDecimal quantity,
        BigDecimal vatRate,
        @Nullable PlanItem item,
        @Nullable String unit,
        @Nullable String tag) {

    static QuoteLine simple(LineType type, String description, Money unitPrice, BigDecimal vatRate) {
        return new QuoteLine(type, description, unitPrice, BigDecimal.ONE, vatRate, null, null, null);
    }

    /**
     * As it stands in a quote.
     *
     * @param items among which is what it is for
     */
    public static QuoteLine of(InvoiceLine line, List<PlanItem> items) {
        InvoiceLine.Resource resource = line.resource() == null ? InvoiceLine.Resource.NONE : line.resource();
        PlanItem item = items.stream()
                .filter(one -> Objects.equals(one.billingItemId(), resource.billingItemId()))
                .findFirst()
                .orElse(null);
        return new QuoteLine(
                line.type(),
                line.description(),
                line.unitPrice(),
                line.quantity(),
                line.vatRate(),
                item,
                resource.unit(),
                resource.tag());
    }

    public InvoiceLine invoiceLine() {
        boolean counted = item != null || unit != null || tag != null;
        InvoiceLine.Resource resource =
                counted ? new InvoiceLine.Resource(item == null ? null : item.billingItemId(), unit, tag) : null;
        return new InvoiceLine(type, description, unitPrice, quantity, vatRate, resource);
    }

    /** Price × quantity, rounded half up to 2 decimals. */
    public Money net() {
        return invoiceLine().net();
    }

    /** Tax on it, rounded half up to 2 decimals; an invoice rounds the sum of its lines. */
    public Money vat() {
        return net().percent(vatRate).owed();
    }

    /** Whether it is for the cloud. */
    boolean isCloud() {
        return switch (type) {
            case VIRTUALMACHINE, DISKSPACE, BANDWIDTH, UPFRONT -> true;
            default -> false;
        };
    }

    /** Whether it is paid once. */
    public boolean isSetup() {
        return type.isSetup();
    }
}
