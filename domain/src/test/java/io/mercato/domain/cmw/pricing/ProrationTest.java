package io.mercato.domain.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProrationTest {
    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void half_a_period_costs_half_of_it() {
        Proration half = Proration.at(Instant.parse("2026-04-16T00:00:00Z"), START, END);

        assertThat(half).isEqualTo(new Proration(360, 720));
        assertThat(half.unitPrice(Money.of("2.00", "EUR"))).isEqualTo(Money.of("1.0000", "EUR"));
    }

    @Test
    void an_hour_that_has_begun_counts() {
        assertThat(Proration.hours(Duration.ZERO)).isZero();
        assertThat(Proration.hours(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(Proration.hours(Duration.ofHours(1))).isEqualTo(1);
        assertThat(Proration.hours(Duration.ofHours(1).plusNanos(1))).isEqualTo(2);
        assertThat(Proration.hours(Duration.ofSeconds(3601))).isEqualTo(2);
        assertThat(Proration.at(END.minusSeconds(1), START, END).remainingHours())
                .isEqualTo(1);
    }

    @Test
    void before_its_start_a_period_is_whole_and_after_its_end_nothing_is_left() {
        assertThat(Proration.at(START.minusSeconds(60), START, END)).isEqualTo(new Proration(720, 720));
        assertThat(Proration.at(START, START, END)).isEqualTo(new Proration(720, 720));
        assertThat(Proration.at(END, START, END)).isEqualTo(new Proration(0, 720));
        assertThat(Proration.at(END.plusSeconds(7200), START, END)).isEqualTo(new Proration(0, 720));
    }

    @Test
    void a_price_keeps_its_four_decimals_rounded_half_up() {
        assertThat(new Proration(1, 3).unitPrice(Money.of("1", "EUR"))).isEqualTo(Money.of("0.3333", "EUR"));
        assertThat(new Proration(2, 3).unitPrice(Money.of("1", "EUR"))).isEqualTo(Money.of("0.6667", "EUR"));
        assertThat(new Proration(1, 2).unitPrice(Money.of("0.0001", "EUR"))).isEqualTo(Money.of("0.0001", "EUR"));
    }

    @Test
    void there_is_no_period_without_hours() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proration(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proration(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proration(6, 5));
        assertThat(Proration.at(START, START, START)).isEqualTo(new Proration(0, 1));
    }

    @Property
    void what_is_left_never_costs_more_than_the_whole(
            @ForAll @IntRange(max = 2_592_000) int seconds, @ForAll @IntRange(max = 9_999_999) int price) {
        Money whole = new Money(BigDecimal.valueOf(price, 4), "EUR");

        Money left = Proration.at(START.plusSeconds(seconds), START, END).unitPrice(whole);

        assertThat(left.amount()).isBetween(BigDecimal.ZERO, whole.amount());
    }

    @Property
    void the_later_the_change_the_less_is_left(
            @ForAll @IntRange(max = 2_592_000) int earlier, @ForAll @IntRange(max = 2_592_000) int later) {
        long first = Proration.at(START.plusSeconds(Math.min(earlier, later)), START, END)
                .remainingHours();
        long second = Proration.at(START.plusSeconds(Math.max(earlier, later)), START, END)
                .remainingHours();

        assertThat(second).isLessThanOrEqualTo(first);
    }
}
