package io.mercato.domain.cmw.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), 2, Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "1, 5",
        "2, 10",
        "3, 20",
        "4, 40",
        "5, 80",
        "6, 160",
        "7, 320",
        "8, 640",
        "9, 1280",
        "10, 2560",
        "11, 3600",
        "12, 3600",
        "100000, 3600"
    })
    void waits_twice_as_long_after_each_attempt_up_to_an_hour(int attempts, int seconds) {
        assertThat(BACK_OFF.after(attempts, chance(0))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void chance_takes_a_fifth_away_at_most() {
        assertThat(BACK_OFF.after(1, chance(0.5))).isEqualTo(Duration.ofMillis(4_500));
        assertThat(BACK_OFF.after(1, chance(0.999_999))).isEqualTo(Duration.ofSeconds(4));
    }

    @Property
    void never_waits_longer_than_the_maximum_nor_less_than_four_fifths_of_the_steady_time(
            @ForAll @IntRange(min = 1, max = 2_000) int attempts,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        Duration wait = BACK_OFF.after(attempts, chance(chance));

        assertThat(wait).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(wait.toMillis())
                .isGreaterThanOrEqualTo(BACK_OFF.steady(attempts).toMillis() * 4 / 5);
    }

    @Test
    void a_back_off_that_would_shrink_or_not_wait_is_refused() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, 2, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(5), 0.5, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(5), 2, Duration.ofSeconds(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BACK_OFF.steady(0)).isInstanceOf(IllegalArgumentException.class);
    }

    static RandomGenerator chance(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return (long) (value * Long.MAX_VALUE);
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
