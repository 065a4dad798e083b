package io.mercato.domain.cmw.subscription;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed when it was ordered; prices stay for the whole duration.
 *
 * @param price of one period, without tax
 * @param vatRate in percent
 * @param billingPeriod months of a period; null when it is not renewed
 * @param lifespan hours that it lasts; null when it is renewed, everlasting, or a trial
 * @param trialDays days of a trial; null when it is none
 */
public record Terms(
        Money price,
        BigDecimal vatRate,
        @Nullable Integer billingPeriod,
        @Nullable Integer lifespan,
        @Nullable Integer trialDays,
        boolean unkillable,
        boolean renewable) {

    /** Of what costs nothing and ends by itself after so many hours. */
    public static Terms ofSandbox(String currency, BigDecimal vatRate, int hours) {
        return new Terms(Money.zero(currency), vatRate, null, hours, null, false, false);
    }

    /** When the period that begins at this moment ends; null for never. Calendar months, in UTC. */
    public @Nullable Instant endOfPeriod(Instant start) {
        if (trialDays != null) {
            return start.plus(trialDays, ChronoUnit.DAYS);
        }
        if (lifespan != null) {
            return start.plus(lifespan, ChronoUnit.HOURS);
        }
        return billingPeriod == null
                ? null
                : start.atZone(ZoneOffset.UTC)
                        .plus(Period.ofMonths(billingPeriod))
                        .toInstant();
    }

    /** What a trial becomes when it is paid for. */
    public Terms paid(boolean renews) {
        return new Terms(price, vatRate, billingPeriod, lifespan, null, unkillable, renews && billingPeriod != null);
    }

    /** The same at another price. */
    public Terms at(Money newPrice) {
        return new Terms(newPrice, vatRate, billingPeriod, lifespan, trialDays, unkillable, renewable);
    }

    public boolean isTrial() {
        return trialDays != null;
    }
}
