package io.mercato.domain.cmw.invoice;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;

/**
 * @param unitPrice without tax, 4 decimals
 * @param vatRate in percent
 */
public record InvoiceLine(LineType type, String description, Money unitPrice, BigDecimal quantity, BigDecimal vatRate) {

    /** What the line comes to: price × quantity, rounded half up to 2 decimals (behaviour §6). */
    public Money net() {
        return unitPrice.times(quantity).owed();
    }
}
