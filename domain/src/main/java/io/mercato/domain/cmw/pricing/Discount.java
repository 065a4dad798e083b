package io.mercato.domain.cmw.pricing;

import io.mercato.domain.cmw.invoice.LineType;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is taken off a quote. It never makes anything cheaper than nothing. */
public sealed interface Discount {

    DiscountScope scope();

    /** Words for the customer. */
    String label();

    /** Most that may be granted; null for no limit. */
    @Nullable
    Money ceiling();

    /** Whether each further period has it, too; else the first one only. */
    boolean lasts();

    /** What is taken off an amount, before any ceiling. */
    Money off(Money amount);

    /** Percents off the first invoice. */
    record Percentage(
            BigDecimal percent,
            DiscountScope scope,
            String label,
            @Nullable Money ceiling) implements Discount {
        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public Money off(Money amount) {
            return amount.percent(percent).owed();
        }
    }

    /** Another price in place of the usual one, frozen with the order: it holds for each period. */
    record FixedPrice(
            Money price,
            DiscountScope scope,
            String label,
            @Nullable Money ceiling) implements Discount {
        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public Money off(Money amount) {
            return amount.minus(price.owed());
        }
    }

    /** What is taken off these lines: nothing at least, all at most. */
    default Money amount(List<QuoteLine> lines, @Nullable Money limit, String currency) {
        Money covered = lines.stream()
                .filter(line -> scope().covers(line.type()))
                .map(QuoteLine::net)
                .reduce(Money.zero(currency), Money::plus)
                .owed();
        Money asked = off(covered).least(covered);
        Money granted = limit == null ? asked : asked.least(limit.owed());
        return granted.amount().signum() < 0 ? Money.zero(currency).owed() : granted.owed();
    }

    /** The line that takes an amount off. */
    default QuoteLine line(Money amount, BigDecimal vatRate) {
        return QuoteLine.simple(
                LineType.COUPONDISCOUNT, label(), Money.zero(amount.currency()).minus(amount), vatRate);
    }
}
