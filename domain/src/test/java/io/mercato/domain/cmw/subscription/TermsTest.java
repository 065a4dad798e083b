package io.mercato.domain.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T10:00:00Z, 1, 2026-02-15T10:00:00Z",
        "2026-01-31T10:00:00Z, 1, 2026-02-28T10:00:00Z",
        "2028-01-31T10:00:00Z, 1, 2028-02-29T10:00:00Z",
        "2028-02-29T23:59:59Z, 12, 2029-02-28T23:59:59Z",
        "2026-11-30T00:00:00Z, 3, 2027-02-28T00:00:00Z",
        "2026-08-31T12:30:00Z, 6, 2027-02-28T12:30:00Z",
        "2028-02-29T00:00:00Z, 24, 2030-02-28T00:00:00Z",
        "2026-12-31T23:59:59Z, 1, 2027-01-31T23:59:59Z"
    })
    void a_period_is_of_calendar_months_and_ends_with_a_shorter_month(Instant start, int months, Instant end) {
        assertThat(renewed(months).endOfPeriod(start)).isEqualTo(end);
    }

    @Test
    void a_short_plan_lasts_hours_a_trial_days_and_an_everlasting_one_for_ever() {
        Instant start = Instant.parse("2026-03-29T00:30:00Z");

        assertThat(terms(null, 36, null).endOfPeriod(start)).isEqualTo("2026-03-30T12:30:00Z");
        assertThat(terms(1, null, 14).endOfPeriod(start)).isEqualTo("2026-04-12T00:30:00Z");
        assertThat(terms(null, 36, 2).endOfPeriod(start)).isEqualTo("2026-03-31T00:30:00Z");
        assertThat(terms(null, null, null).endOfPeriod(start)).isNull();
        assertThat(terms(1, null, 14).isTrial()).isTrue();
        assertThat(terms(1, null, null).isTrial()).isFalse();
    }

    @Property
    void a_period_of_months_is_never_longer_than_its_months_of_31_days_nor_shorter_than_of_28(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 1, max = 24) int months) {
        Instant start = Instant.ofEpochSecond(second);

        Duration length = Duration.between(start, renewed(months).endOfPeriod(start));

        assertThat(length).isBetween(Duration.ofDays(28L * months), Duration.ofDays(31L * months));
    }

    private static Terms renewed(int months) {
        return terms(months, null, null);
    }

    private static Terms terms(@Nullable Integer months, @Nullable Integer hours, @Nullable Integer trialDays) {
        return new Terms(Money.of("1", "EUR"), BigDecimal.ZERO, months, hours, trialDays, false, months != null);
    }
}
