package io.mercato.domain.cmw.invoice;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cost that a vendor adds to a subscription of his product; below zero it is a discount.
 *
 * @param type null for what it is added as
 * @param description what the customer reads; null for the product's name
 * @param price of one, without tax
 * @param currency what the price is in; null for the marketplace's
 * @param unit what the quantity counts; null when it counts nothing
 */
public record VendorCost(
        @Nullable LineType type,
        @Nullable String description,
        BigDecimal price,
        @Nullable String currency,
        BigDecimal quantity,
        @Nullable String unit) {

    /** The line of an invoice that it becomes, in the marketplace's currency. */
    public InvoiceLine line(String product, LineType otherwise, BigDecimal vatRate, CurrencyTable currencies) {
        Money own = new Money(price, currency == null ? currencies.currency() : currency);
        Money converted = currencies.convert(own);
        String words = description == null || description.isBlank() ? product : description.strip();
        String foreign = converted.currency().equals(own.currency())
                ? ""
                : " (" + price.toPlainString() + " " + own.currency() + ")";
        return new InvoiceLine(type == null ? otherwise : type, words + foreign, converted, quantity, vatRate);
    }
}
