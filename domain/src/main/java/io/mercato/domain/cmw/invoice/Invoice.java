package io.mercato.domain.cmw.invoice;

import io.mercato.domain.cmw.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice. Once issued its lines never change.
 *
 * @param number consecutive for each issuer and year, as {@code 2026-000001}; null for the moment until it is given
 * @param nomineeId who is to pay
 * @param vendorId vendor who wrote it himself; null for what the platform wrote
 * @param due until when
 * @param cashed the vendor was paid by himself; it is only declared here
 * @param currencyConversion rates at which foreign money was converted, by its currency
 * @param issued whether it is to be paid; not while its order needs approval or waits for its date
 */
public record Invoice(
        int id,
        @Nullable String number,
        int issuerId,
        int orderId,
        int subscriptionId,
        int nomineeId,
        @Nullable Integer vendorId,
        OrderType type,
        InvoiceStatus status,
        String product,
        String plan,
        String currency,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal total,
        BigDecimal vatRate,
        Instant date,
        Instant due,
        @Nullable String paymentReference,
        @Nullable Instant paymentReceived,
        List<Line> lines,
        boolean cashed,
        Map<String, BigDecimal> currencyConversion,
        boolean issued) {

    public Invoice {
        lines = List.copyOf(lines);
        currencyConversion = Map.copyOf(currencyConversion);
    }

    public Invoice with(List<Line> newLines) {
        return new Invoice(
                id,
                number,
                issuerId,
                orderId,
                subscriptionId,
                nomineeId,
                vendorId,
                type,
                status,
                product,
                plan,
                currency,
                net,
                vat,
                total,
                vatRate,
                date,
                due,
                paymentReference,
                paymentReceived,
                newLines,
                cashed,
                currencyConversion,
                issued);
    }

    /**
     * @param net unit price × quantity, 2 decimals
     * @param resource what it is for, where that is counted
     * @param identifier of the extra resource that it is for, as it was when the invoice was issued
     */
    public record Line(
            LineType type,
            String description,
            BigDecimal unitPrice,
            BigDecimal quantity,
            BigDecimal vatRate,
            BigDecimal net,
            InvoiceLine.Resource resource,
            @Nullable String identifier) {}
}
