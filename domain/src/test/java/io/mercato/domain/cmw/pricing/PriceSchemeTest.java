package io.mercato.domain.cmw.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceSchemeTest {
    private static final List<PriceRange> RANGES = List.of(PriceRange.of(1, 9, "5"), PriceRange.of(10, null, "3"));
    private static final List<PriceRange> FLAT = List.of(PriceRange.of(1, 9, "30"), PriceRange.of(10, null, "100"));

    @Test
    void the_worked_figures() {
        assertThat(scheme(BillingItemType.TIERED, RANGES).price(15).net()).isEqualTo(eur("63.00"));
        assertThat(scheme(BillingItemType.VOLUME, RANGES).price(15).net()).isEqualTo(eur("45.00"));
        assertThat(scheme(BillingItemType.STAIRSTEP, FLAT).price(15).net()).isEqualTo(eur("100.00"));
    }

    @Test
    void a_quantity_at_the_border_of_a_range_belongs_to_it() {
        assertThat(scheme(BillingItemType.TIERED, RANGES).price(9).net()).isEqualTo(eur("45.00"));
        assertThat(scheme(BillingItemType.TIERED, RANGES).price(10).net()).isEqualTo(eur("48.00"));
        assertThat(scheme(BillingItemType.VOLUME, RANGES).price(9).net()).isEqualTo(eur("45.00"));
        assertThat(scheme(BillingItemType.VOLUME, RANGES).price(10).net()).isEqualTo(eur("30.00"));
        assertThat(scheme(BillingItemType.STAIRSTEP, FLAT).price(9).net()).isEqualTo(eur("30.00"));
        assertThat(scheme(BillingItemType.STAIRSTEP, FLAT).price(10).net()).isEqualTo(eur("100.00"));
    }

    @Test
    void nothing_costs_nothing_in_each_scheme() {
        for (BillingItemType type : BillingItemType.values()) {
            Priced priced = scheme(type, List.of(PriceRange.of(0, 10, "7"))).price(0);

            assertThat(priced.parts()).isEmpty();
            assertThat(priced.net()).isEqualTo(eur("0.00"));
            assertThat(priced.setupNet()).isEqualTo(eur("0.00"));
        }
    }

    @Test
    void a_tiered_price_is_a_part_for_each_tier_with_its_tag() {
        PriceScheme scheme = scheme(
                BillingItemType.TIERED,
                List.of(range(1, 10, 1, "2", "0", "0", "basic"), range(11, 20, 1, "1", "0", "0", "more")));

        assertThat(scheme.price(12).parts())
                .extracting(Priced.Part::quantity, Priced.Part::tag)
                .containsExactly(tuple(BigDecimal.valueOf(10), "basic"), tuple(BigDecimal.valueOf(2), "more"));
        assertThat(scheme.price(10).parts()).hasSize(1);
    }

    @Test
    void the_first_tier_begins_with_the_first_unit_wherever_its_range_does() {
        PriceScheme fromFive =
                scheme(BillingItemType.TIERED, List.of(PriceRange.of(5, 9, "5"), PriceRange.of(10, null, "3")));
        PriceScheme fromZero =
                scheme(BillingItemType.TIERED, List.of(PriceRange.of(0, 9, "5"), PriceRange.of(10, null, "3")));

        assertThat(fromFive.price(15).net()).isEqualTo(eur("63.00"));
        assertThat(fromZero.price(15).net()).isEqualTo(eur("63.00"));
    }

    @Test
    void set_up_prices_are_those_of_the_range_and_of_each_unit() {
        List<PriceRange> ranges =
                List.of(range(1, 9, 1, "5", "10", "0.5", null), range(10, null, 1, "3", "20", "0.25", null));

        assertThat(scheme(BillingItemType.VOLUME, ranges).price(15).setupNet()).isEqualTo(eur("23.75"));
        assertThat(scheme(BillingItemType.STAIRSTEP, ranges).price(15).setupNet())
                .isEqualTo(eur("23.75"));
        // 20 once, 9 × 0.50, 6 × 0.25
        assertThat(scheme(BillingItemType.TIERED, ranges).price(15).setupNet()).isEqualTo(eur("26.00"));
        assertThat(scheme(BillingItemType.VOLUME, ranges).price(2).setupNet()).isEqualTo(eur("11.00"));
    }

    @Test
    void each_part_is_rounded_as_a_line_of_its_own() {
        PriceScheme scheme = scheme(
                BillingItemType.TIERED, List.of(PriceRange.of(1, 1, "0.0050"), PriceRange.of(2, null, "0.0050")));

        assertThat(scheme.price(2).net()).isEqualTo(eur("0.02"));
    }

    @Test
    void a_quantity_outside_or_between_steps_is_refused_and_the_offer_named() {
        PriceScheme scheme = scheme(
                BillingItemType.VOLUME,
                List.of(range(10, 100, 10, "1", "0", "0", null), range(110, 200, 10, "1", "0", "0", null)));

        for (int quantity : new int[] {-10, 1, 9, 15, 105, 111, 210}) {
            assertThat(scheme.offers(quantity)).isFalse();
            assertThatExceptionOfType(MercatoException.class)
                    .isThrownBy(() -> scheme.price(quantity))
                    .withMessage("The quantity " + quantity
                            + " is not offered: 10 to 100 in steps of 10, 110 to 200 in steps of 10")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED));
        }
        for (int quantity : new int[] {10, 20, 100, 110, 200}) {
            assertThat(scheme.offers(quantity)).isTrue();
            assertThat(scheme.price(quantity).net()).isEqualTo(eur(quantity + ".00"));
        }
    }

    @Test
    void a_measured_quantity_may_be_broken_and_may_exceed_the_last_range() {
        List<PriceRange> closed = List.of(PriceRange.of(1, 9, "5"), PriceRange.of(10, 20, "3"));

        assertThat(measured(BillingItemType.TIERED, closed, "9.5")).isEqualTo(eur("46.50"));
        assertThat(measured(BillingItemType.VOLUME, closed, "9.5")).isEqualTo(eur("28.50"));
        assertThat(measured(BillingItemType.STAIRSTEP, closed, "9.5")).isEqualTo(eur("3.00"));
        assertThat(measured(BillingItemType.TIERED, closed, "30")).isEqualTo(eur("108.00"));
        assertThat(measured(BillingItemType.VOLUME, closed, "30")).isEqualTo(eur("90.00"));
        assertThat(measured(BillingItemType.VOLUME, closed, "0.25")).isEqualTo(eur("1.25"));
        assertThat(measured(BillingItemType.VOLUME, closed, "-1")).isEqualTo(eur("0.00"));
    }

    @Property
    void a_tiered_price_is_the_sum_of_each_units_price(
            @ForAll("wholes") List<PriceRange> ranges, @ForAll @IntRange(min = 1, max = 60) int quantity) {
        BigDecimal unitByUnit = BigDecimal.ZERO;
        for (int unit = 1; unit <= quantity; unit++) {
            unitByUnit = unitByUnit.add(priceOfUnit(ranges, unit));
        }

        Priced priced = scheme(BillingItemType.TIERED, ranges).price(quantity);

        assertThat(priced.parts().stream()
                        .map(part -> part.unitPrice().times(part.quantity()).amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(unitByUnit);
        assertThat(priced.parts().stream().map(Priced.Part::units).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(quantity));
    }

    @Property
    void a_tiered_price_grows_with_the_quantity(
            @ForAll("wholes") List<PriceRange> ranges, @ForAll @IntRange(min = 1, max = 60) int quantity) {
        PriceScheme scheme = scheme(BillingItemType.TIERED, ranges);

        assertThat(scheme.price(quantity + 1).net().amount())
                .isGreaterThanOrEqualTo(scheme.price(quantity).net().amount());
    }

    @Property
    void an_ordered_and_a_measured_quantity_cost_the_same(
            @ForAll("wholes") List<PriceRange> ranges,
            @ForAll BillingItemType type,
            @ForAll @IntRange(min = 1, max = 60) int quantity) {
        PriceScheme scheme = scheme(type, ranges);

        assertThat(scheme.price(quantity)).isEqualTo(scheme.measured(BigDecimal.valueOf(quantity)));
    }

    @Property
    void where_there_is_one_range_tiers_and_volume_cost_the_same(@ForAll @IntRange(min = 1, max = 500) int quantity) {
        List<PriceRange> one = List.of(PriceRange.of(1, null, "1.2345"));

        assertThat(scheme(BillingItemType.TIERED, one).price(quantity).net())
                .isEqualTo(scheme(BillingItemType.VOLUME, one).price(quantity).net());
    }

    @Provide
    Arbitrary<List<PriceRange>> wholes() {
        Arbitrary<Integer> width = Arbitraries.integers().between(1, 12);
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(50))
                .ofScale(4);
        return Combinators.combine(width, price)
                .as((units, amount) -> PriceRange.of(1, units, amount.toPlainString()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(PriceSchemeTest::chain);
    }

    private static List<PriceRange> chain(List<PriceRange> widths) {
        List<PriceRange> ranges = new ArrayList<>();
        int start = 1;
        for (int i = 0; i < widths.size(); i++) {
            PriceRange width = widths.get(i);
            int end = start + Objects.requireNonNull(width.end()) - 1;
            ranges.add(PriceRange.of(
                    start, i == widths.size() - 1 ? null : end, width.price().toPlainString()));
            start = end + 1;
        }
        return ranges;
    }

    private static BigDecimal priceOfUnit(List<PriceRange> ranges, int unit) {
        return ranges.stream()
                .filter(range -> range.end() == null || unit <= range.end())
                .findFirst()
                .orElseThrow()
                .price();
    }

    private static Money measured(BillingItemType type, List<PriceRange> ranges, String quantity) {
        return scheme(type, ranges).measured(new BigDecimal(quantity)).net();
    }

    private static PriceScheme scheme(BillingItemType type, List<PriceRange> ranges) {
        return new PriceScheme(type, "EUR", ranges);
    }

    private static PriceRange range(
            int start, @Nullable Integer end, int step, String price, String setup, String each, @Nullable String tag) {
        return new PriceRange(
                start, end, step, new BigDecimal(price), new BigDecimal(setup), new BigDecimal(each), tag);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
