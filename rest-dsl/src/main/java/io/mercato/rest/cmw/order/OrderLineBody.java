package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.invoice.Invoice;
import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.QuoteLine;
import io.mercato.domain.money.Money;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;

/**
 * {@code OrderLine} of the contract: of an estimate, and of the invoice that it becomes.
 *
 * @param price of one
 * @param setup whether it is paid once
 * @param subtotal without tax, as is priceExcludingVAT
 * @param totalPrice with tax
 * @param invoice the one that it is of; missing in an estimate
 */
public record OrderLineBody(
        LineType type,
        String description,
        UrlEntity billingItem,
        String identifier,
        String tag,
        String unit,
        BigDecimal quantity,
        InvoiceBody.VatPrice price,
        boolean setup,
        BigDecimal subtotal,
        BigDecimal priceExcludingVAT,
        BigDecimal vatSpunOff,
        BigDecimal totalPrice,
        UrlEntity invoice) {

    static OrderLineBody of(QuoteLine line) {
        PlanItem item = line.item();
        return new OrderLineBody(
                line.type(),
                line.description(),
                item == null ? null : UrlEntity.of("billingItem", item.billingItemId()),
                item == null ? null : item.identifier(),
                line.tag(),
                line.unit(),
                line.quantity(),
                price(line.unitPrice(), line.vatRate()),
                line.isSetup(),
                line.net().amount(),
                line.net().amount(),
                line.vat().amount(),
                line.net().plus(line.vat()).amount(),
                null);
    }

    static OrderLineBody of(Invoice invoice, Invoice.Line line) {
        Money net = new Money(line.net(), invoice.currency());
        Money vat = net.percent(line.vatRate()).owed();
        return new OrderLineBody(
                line.type(),
                line.description(),
                UrlEntity.of("billingItem", line.resource().billingItemId()),
                line.identifier(),
                line.resource().tag(),
                line.resource().unit(),
                line.quantity(),
                price(new Money(line.unitPrice(), invoice.currency()), line.vatRate()),
                line.type().isSetup(),
                line.net(),
                line.net(),
                vat.amount(),
                net.plus(vat).amount(),
                UrlEntity.of("invoice", invoice.id()));
    }

    private static InvoiceBody.VatPrice price(Money one, BigDecimal vatRate) {
        Money vat = one.percent(vatRate);
        return new InvoiceBody.VatPrice(
                one.amount(),
                one.currency(),
                vatRate,
                vat.amount(),
                one.plus(vat).amount());
    }
}
