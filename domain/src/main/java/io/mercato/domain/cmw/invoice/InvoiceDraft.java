package io.mercato.domain.cmw.invoice;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of an invoice, and what they come to: tax is summed for each rate, then rounded (behaviour §6). */
public record InvoiceDraft(List<InvoiceLine> lines, String currency) {

    public InvoiceDraft {
        lines = List.copyOf(lines);
    }

    /** The first period in advance, and the set-up fee when there is one. */
    public static InvoiceDraft first(String plan, Money price, Money setupFee, BigDecimal vatRate) {
        List<InvoiceLine> lines = new ArrayList<>();
        lines.add(new InvoiceLine(LineType.PRODUCT, plan, price, BigDecimal.ONE, vatRate));
        if (!setupFee.isZero()) {
            lines.add(new InvoiceLine(LineType.SETUPFEE, plan + ": set-up", setupFee, BigDecimal.ONE, vatRate));
        }
        return new InvoiceDraft(lines, price.currency());
    }

    /** One more period in advance. */
    public static InvoiceDraft renewal(String plan, Money price, BigDecimal vatRate) {
        return first(plan, price, Money.zero(price.currency()), vatRate);
    }

    /** The same with more lines. */
    public InvoiceDraft with(List<InvoiceLine> more) {
        List<InvoiceLine> all = new ArrayList<>(lines);
        all.addAll(more);
        return new InvoiceDraft(all, currency);
    }

    public Money net() {
        return lines.stream()
                .map(InvoiceLine::net)
                .reduce(Money.zero(currency), Money::plus)
                .owed();
    }

    public Money vat() {
        Map<BigDecimal, Money> netByRate = new TreeMap<>();
        lines.forEach(line -> netByRate.merge(line.vatRate().stripTrailingZeros(), line.net(), Money::plus));
        Money vat = Money.zero(currency);
        for (Map.Entry<BigDecimal, Money> entry : netByRate.entrySet()) {
            vat = vat.plus(entry.getValue().percent(entry.getKey()).owed());
        }
        return vat.owed();
    }

    public Money total() {
        return net().plus(vat());
    }
}
