package io.mercato.domain.cmw.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Thing SOME = new Thing("a", new BigDecimal(1), "s", new Inner("Pisa", 1), 1);

    private record Inner(@Nullable String city, int floor) {}

    /** Anything that has a changelog. */
    private record Thing(
            @Nullable String name,
            @Nullable BigDecimal price,
            @Nullable String key,
            @Nullable Inner inner,
            int views) {}

    @Test
    void what_differs_is_told_by_its_name_before_and_after() {
        assertThat(differences(SOME, thing("b", "1.50")))
                .containsExactly(new Change.Value("name", "a", "b"), new Change.Value("price", "1", "1.5"));
        assertThat(differences(thing(null, "1"), thing("b", null)))
                .containsExactly(new Change.Value("name", null, "b"), new Change.Value("price", "1", null));
    }

    @Test
    void of_a_new_thing_all_that_it_has_is_told() {
        assertThat(differences(null, SOME))
                .containsExactly(
                        new Change.Value("name", null, "a"),
                        new Change.Value("price", null, "1"),
                        new Change.Value("key", null, "***"),
                        new Change.Value("inner.city", null, "Pisa"),
                        new Change.Value("inner.floor", null, "1"));
    }

    @Test
    void what_did_not_change_and_what_does_not_count_is_not_told() {
        assertThat(differences(SOME, SOME)).isEmpty();
        assertThat(differences(SOME, new Thing("a", new BigDecimal(1), "s", new Inner("Pisa", 1), 2)))
                .isEmpty();
    }

    /** Holds others. */
    private record Shelf(List<Inner> places, Map<String, BigDecimal> prices) {}

    @Test
    void what_is_in_a_list_or_a_map_is_told_by_its_fields() {
        Shelf before = new Shelf(List.of(), Map.of());
        Shelf after =
                new Shelf(List.of(new Inner("Pisa", 1), new Inner(null, 2)), Map.of("EUR", new BigDecimal("2E+1")));

        assertThat(Differences.of(before, after, Set.of(), Set.of()))
                .containsExactly(
                        new Change.Value("places", "[]", "[(city=Pisa, floor=1), (floor=2)]"),
                        new Change.Value("prices", "{}", "{EUR=20}"));
    }

    @Test
    void a_price_with_more_zeros_is_the_same_price() {
        assertThat(differences(SOME, thing("a", "1.0000"))).isEmpty();
    }

    @Test
    void a_record_in_it_is_told_down_to_the_field() {
        assertThat(differences(SOME, living(new Inner("Lucca", 1))))
                .containsExactly(new Change.Value("inner.city", "Pisa", "Lucca"));
        assertThat(differences(living(null), SOME))
                .containsExactly(
                        new Change.Value("inner.city", null, "Pisa"), new Change.Value("inner.floor", null, "1"));
        assertThat(differences(SOME, living(null)))
                .containsExactly(
                        new Change.Value("inner.city", "Pisa", null), new Change.Value("inner.floor", "1", null));
    }

    @Test
    void of_a_secret_only_that_it_changed_is_told() {
        assertThat(differences(SOME, keyed("new"))).containsExactly(new Change.Value("key", "***", "***"));
        assertThat(differences(SOME, keyed(null))).containsExactly(new Change.Value("key", "***", null));
        assertThat(differences(keyed(null), SOME)).containsExactly(new Change.Value("key", null, "***"));
        assertThat(Differences.of(SOME, living(null), Set.of(), Set.of("inner")))
                .containsExactly(new Change.Value("inner", "***", null));
    }

    @Test
    void fields_are_the_components_by_their_names() {
        assertThat(Differences.fields(new Inner(null, 3)))
                .hasSize(2)
                .containsEntry("city", null)
                .containsEntry("floor", 3);
    }

    private static List<Change.Value> differences(@Nullable Thing before, Thing after) {
        return Differences.of(before, after, Set.of("views"), Set.of("key"));
    }

    private static Thing thing(@Nullable String name, @Nullable String price) {
        return new Thing(name, price == null ? null : new BigDecimal(price), "s", SOME.inner(), 1);
    }

    private static Thing living(@Nullable Inner inner) {
        return new Thing("a", new BigDecimal(1), "s", inner, 1);
    }

    private static Thing keyed(@Nullable String key) {
        return new Thing("a", new BigDecimal(1), key, SOME.inner(), 1);
    }
}
