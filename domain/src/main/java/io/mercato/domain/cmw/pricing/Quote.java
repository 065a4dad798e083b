package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.invoice.InvoiceDraft;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an order costs: estimate, order and renewal all come from here.
 *
 * @param first lines of the first invoice: first period in advance and what is paid once, less the discount
 * @param period lines of the invoice that each further period begins with; empty when none follows
 * @param atEnd lines that each period ends with, as far as they are known before: ordered, or expected
 * @param discount what the first invoice is reduced by
 */
public record Quote(
        String currency,
        BigDecimal vatRate,
        List<QuoteLine> first,
        List<QuoteLine> period,
        List<QuoteLine> atEnd,
        Money discount) {

    public Quote {
        first = List.copyOf(first);
        period = List.copyOf(period);
        atEnd = List.copyOf(atEnd);
    }

    /** Costs nothing, as a trial does. */
    public static Quote nothing(String currency, BigDecimal vatRate) {
        return new Quote(
                currency,
                vatRate,
                List.of(),
                List.of(),
                List.of(),
                Money.zero(currency).owed());
    }

    /** What the cloud costs, and nothing else. */
    public Quote cloudOnly() {
        return new Quote(
                currency,
                vatRate,
                first.stream().filter(QuoteLine::isCloud).toList(),
                period.stream().filter(QuoteLine::isCloud).toList(),
                atEnd.stream().filter(QuoteLine::isCloud).toList(),
                Money.zero(currency).owed());
    }

    public InvoiceDraft firstInvoice() {
        return invoice(first);
    }

    public InvoiceDraft periodInvoice() {
        return invoice(period);
    }

    public InvoiceDraft endInvoice() {
        return invoice(atEnd);
    }

    private InvoiceDraft invoice(List<QuoteLine> lines) {
        return new InvoiceDraft(lines.stream().map(QuoteLine::invoiceLine).toList(), currency);
    }
}
