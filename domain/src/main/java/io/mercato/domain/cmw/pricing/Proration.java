package io.mercato.domain.cmw.pricing;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * The share of a period that is left when something changes inside it. Granularity is one hour, rounded up (behaviour
 * §6).
 */
public record Proration(long remainingHours, long hoursOfPeriod) {

    public Proration {
        if (hoursOfPeriod < 1 || remainingHours < 0 || remainingHours > hoursOfPeriod) {
            throw new IllegalArgumentException(remainingHours + " of " + hoursOfPeriod + " hours");
        }
    }

    /** What is left of a period at a moment: all of it before its start, nothing after its end. */
    public static Proration at(Instant moment, Instant start, Instant end) {
        long all = Math.max(1, hours(Duration.between(start, end)));
        long left = hours(Duration.between(moment, end));
        return new Proration(Math.min(all, Math.max(0, left)), all);
    }

    /** Hours that a time takes; one that has begun counts. */
    public static long hours(Duration time) {
        long seconds = time.getSeconds() + (time.getNano() > 0 ? 1 : 0);
        return -Math.floorDiv(-seconds, 3600L);
    }

    /** Unit price × remaining hours ÷ hours of the period, with the 4 decimals of a price. */
    public Money unitPrice(Money whole) {
        BigDecimal part = whole.amount()
                .multiply(BigDecimal.valueOf(remainingHours))
                .divide(BigDecimal.valueOf(hoursOfPeriod), Money.PRICE_SCALE, RoundingMode.HALF_UP);
        return new Money(part, whole.currency());
    }
}
