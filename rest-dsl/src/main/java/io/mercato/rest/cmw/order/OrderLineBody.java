package io.mercato.rest.cmw.order;

import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.cmw.pricing.PlanItem;
import io.mercato.domain.cmw.pricing.QuoteLine;
import io.mercato.domain.money.Money;
import io.mercato.rest.UrlEntity;
import java.math.BigDecimal;

/**
 * {@code OrderLine} of the contract.
 *
 * @param price of one
 * @param setup whether it is paid once
 * @param totalPrice with tax
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
        BigDecimal totalPrice) {

    static OrderLineBody of(QuoteLine line) {
        PlanItem item = line.item();
        Money one = line.unitPrice();
        Money vatOfOne = one.percent(line.vatRate());
        return new OrderLineBody(
                line.type(),
                line.description(),
                item == null ? null : UrlEntity.of("billingItem", item.billingItemId()),
                item == null ? null : item.identifier(),
                line.tag(),
                line.unit(),
                line.quantity(),
                new InvoiceBody.VatPrice(
                        one.amount(),
                        one.currency(),
                        line.vatRate(),
                        vatOfOne.amount(),
                        one.plus(vatOfOne).amount()),
                line.isSetup(),
                line.net().amount(),
                line.net().amount(),
                line.vat().amount(),
                line.net().plus(line.vat()).amount());
    }
}
