package io.mercato.domain.cmw.invoice;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What foreign money is worth in the marketplace's own.
 *
 * @param currency the marketplace's own
 * @param rates what one unit of another currency is worth in it, by its code
 */
public record CurrencyTable(String currency, Map<String, BigDecimal> rates) {

    public CurrencyTable {
        rates = Map.copyOf(rates);
    }

    /** In the marketplace's currency, with the decimals of a price; REJECTED for a currency that has no rate. */
    public Money convert(Money price) {
        if (price.currency().equals(currency)) {
            return price;
        }
        BigDecimal rate = rates.get(price.currency());
        if (rate == null) {
            throw new MercatoException(
                    ErrorKind.REJECTED,
                    "unknown-currency-%currency%",
                    "Field currency: there is no rate from " + price.currency() + " to " + currency,
                    Map.of("field", "currency", "currency", price.currency()));
        }
        return new Money(price.amount().multiply(rate).setScale(Money.PRICE_SCALE, RoundingMode.HALF_UP), currency);
    }

    /** The rates at which these are converted. */
    public Map<String, BigDecimal> used(List<VendorCost> costs) {
        Map<String, BigDecimal> used = new TreeMap<>();
        costs.forEach(cost -> {
            BigDecimal rate = cost.currency() == null ? null : rates.get(cost.currency());
            if (rate != null && !currency.equals(cost.currency())) {
                used.put(cost.currency(), rate);
            }
        });
        return used;
    }
}
