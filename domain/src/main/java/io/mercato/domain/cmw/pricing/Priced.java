package io.mercato.domain.cmw.pricing;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a quantity of an extra resource costs.
 *
 * @param parts one for each price that goes into it
 * @param setup once, whatever the quantity
 */
public record Priced(List<Part> parts, Money setup) {

    public Priced {
        parts = List.copyOf(parts);
    }

    /**
     * @param quantity that the price is multiplied with
     * @param unitPrice for one period
     * @param units that the proportional set-up price is multiplied with
     * @param setupPrice once, for each unit
     */
    public record Part(
            BigDecimal quantity,
            Money unitPrice,
            BigDecimal units,
            Money setupPrice,
            @Nullable String tag) {

        /** Price × quantity, rounded half up to 2 decimals. */
        public Money net() {
            return unitPrice.times(quantity).owed();
        }

        /** Set-up price × units, rounded half up to 2 decimals. */
        public Money setupNet() {
            return setupPrice.times(units).owed();
        }
    }

    static Priced nothing(String currency) {
        return new Priced(List.of(), Money.zero(currency));
    }

    /** For one period, each part rounded as a line of its own. */
    public Money net() {
        return sum(parts.stream().map(Part::net).toList());
    }

    /** All that is paid once. */
    public Money setupNet() {
        return setup.owed().plus(sum(parts.stream().map(Part::setupNet).toList()));
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream()
                .reduce(Money.zero(setup.currency()), Money::plus)
                .owed();
    }
}
