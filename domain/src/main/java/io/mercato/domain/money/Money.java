package io.mercato.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a currency, with as many decimals as it was made with. Rounding is always asked for by name: prices
 * carry 4 decimals, what is owed carries 2, half up.
 */
public record Money(BigDecimal amount, String currency) {
    /** Decimals of a unit price. */
    public static final int PRICE_SCALE = 4;
    /** Decimals of an amount that somebody owes. */
    public static final int OWED_SCALE = 2;

    public Money {
        Objects.requireNonNull(amount, "amount");
        Currency.getInstance(currency);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** {@code percent} of this amount, unrounded: 22 % of 100.00 is 22.00. */
    public Money percent(BigDecimal percent) {
        return new Money(amount.multiply(percent).movePointLeft(2), currency);
    }

    /** Rounded half up to what can be owed: 2 decimals. */
    public Money owed() {
        return new Money(amount.setScale(OWED_SCALE, RoundingMode.HALF_UP), currency);
    }

    /** The smaller of the two. */
    public Money least(Money other) {
        return amount.compareTo(sameCurrency(other).amount) <= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return other;
    }
}
