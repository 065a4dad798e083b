package io.mercato.domain.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceRangesTest {

    @Test
    void ranges_that_follow_each_other_are_a_whole_in_whichever_order_they_come() {
        PriceRange first = PriceRange.of(1, 9, "5");
        PriceRange second = PriceRange.of(10, 20, "4");
        PriceRange third = PriceRange.of(21, null, "3");

        assertThat(PriceRanges.whole(List.of(third, first, second))).containsExactly(first, second, third);
        assertThat(PriceRanges.whole(List.of(PriceRange.of(0, 0, "1")))).hasSize(1);
    }

    @Test
    void a_range_may_begin_a_step_after_the_one_before() {
        assertThat(PriceRanges.whole(List.of(stepped(10, 100, 10), stepped(110, null, 10))))
                .hasSize(2);
        assertThat(problems(stepped(10, 100, 10), stepped(111, null, 10))).containsExactly("range-gap-%start%");
    }

    @Test
    void what_is_wrong_with_ranges_is_said_of_each() {
        assertThat(problems()).containsExactly("range-no-range-%start%");
        assertThat(problems(PriceRange.of(1, 9, "5"), PriceRange.of(11, null, "3")))
                .containsExactly("range-gap-%start%");
        assertThat(problems(PriceRange.of(1, 9, "5"), PriceRange.of(9, null, "3")))
                .containsExactly("range-overlap-%start%");
        assertThat(problems(PriceRange.of(1, 9, "5"), PriceRange.of(1, 9, "3")))
                .containsExactly("range-overlap-%start%");
        assertThat(problems(PriceRange.of(1, null, "5"), PriceRange.of(10, null, "3")))
                .containsExactly("range-overlap-%start%");
        assertThat(problems(PriceRange.of(5, 4, "5"))).containsExactly("range-end-before-start-%start%");
        assertThat(problems(PriceRange.of(-1, 4, "5"))).containsExactly("range-negative-start-%start%");
        assertThat(problems(PriceRange.of(1, 1_000_000_001, "5"))).containsExactly("range-too-far-%start%");
        assertThat(problems(PriceRange.of(1_000_000_001, null, "5"))).containsExactly("range-too-far-%start%");
        assertThat(problems(stepped(1, null, 1_000_000_001))).containsExactly("range-too-far-%start%");
        assertThat(problems(stepped(1, 9, 0))).containsExactly("range-step-%start%");
        assertThat(problems(stepped(1, 9, 9))).containsExactly("range-step-%start%");
        assertThat(problems(PriceRange.of(1, 9, "-0.01"))).containsExactly("range-negative-price-%start%");
        assertThat(problems(priced("1", "-1", "0"))).containsExactly("range-negative-price-%start%");
        assertThat(problems(priced("1", "0", "-1"))).containsExactly("range-negative-price-%start%");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(problems(PriceRange.of(1, 9, "-5"), stepped(9, 20, 0), PriceRange.of(30, null, "3")))
                .containsExactly(
                        "range-negative-price-%start%",
                        "range-step-%start%", "range-overlap-%start%", "range-gap-%start%");
    }

    @Test
    void a_step_in_a_range_of_one_quantity_says_nothing() {
        assertThat(PriceRanges.whole(List.of(stepped(5, 5, 5)))).hasSize(1);
    }

    private static List<String> problems(PriceRange... ranges) {
        MercatoException refusal =
                catchThrowableOfType(MercatoException.class, () -> PriceRanges.whole(List.of(ranges)));
        assertThat(refusal.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refusal.holders())
                .allSatisfy(holder -> assertThat(holder.error()).startsWith("Field billingItemValues: "));
        return refusal.holders().stream().map(ErrorHolder::key).toList();
    }

    private static PriceRange stepped(int start, @Nullable Integer end, int step) {
        return new PriceRange(start, end, step, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, null);
    }

    private static PriceRange priced(String price, String setup, String each) {
        return new PriceRange(1, 9, 1, new BigDecimal(price), new BigDecimal(setup), new BigDecimal(each), null);
    }
}
