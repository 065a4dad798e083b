package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.InvoiceOperation;
import io.mercato.domain.cmw.invoice.InvoiceRules;
import io.mercato.domain.cmw.invoice.InvoiceStatus;
import io.mercato.domain.cmw.order.OrderType;
import io.mercato.domain.identity.Principal;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An invoice.
 *
 * @param remoteInvoiceId its number; missing for the moment until it is given
 */
public record InvoiceBody(
        int id,
        String self,
        String remoteInvoiceId,
        OrderType type,
        InvoiceStatus status,
        boolean paid,
        UrlEntity company,
        UrlEntity nominee,
        UrlEntity order,
        UrlEntity subscription,
        String product,
        String productVersion,
        List<OrderLineBody> entries,
        VatPrice total,
        BigDecimal vat,
        Instant date,
        String paymentReference,
        Instant paymentReceived,
        Set<InvoiceOperation> availableOperations,
        boolean cashed,
        Map<String, BigDecimal> currencyConversion) {

    /**
     * @param price without tax
     * @param vat rate in percent
     * @param vatSpunOff the tax itself
     * @param total with tax
     */
    public record VatPrice(
            BigDecimal price, String currency, BigDecimal vat, BigDecimal vatSpunOff, BigDecimal total) {}

    static InvoiceBody of(Invoice invoice, Principal reader) {
        return new InvoiceBody(
                invoice.id(),
                "invoice/" + invoice.id(),
                invoice.number(),
                invoice.type(),
                invoice.status(),
                invoice.status().isPaid(),
                UrlEntity.of("company", invoice.issuerId()),
                UrlEntity.of("user", invoice.nomineeId()),
                UrlEntity.of("order", invoice.orderId()),
                UrlEntity.of("subscription", invoice.subscriptionId()),
                invoice.product(),
                invoice.plan(),
                invoice.lines().stream()
                        .map(line -> OrderLineBody.of(invoice, line))
                        .toList(),
                new VatPrice(invoice.net(), invoice.currency(), invoice.vatRate(), invoice.vat(), invoice.total()),
                invoice.vatRate(),
                invoice.date(),
                invoice.paymentReference(),
                invoice.paymentReceived(),
                InvoiceRules.available(reader, invoice),
                invoice.cashed(),
                invoice.currencyConversion());
    }
}
