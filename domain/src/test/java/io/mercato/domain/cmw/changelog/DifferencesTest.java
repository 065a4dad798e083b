package io.mercato.domain.cmw.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    /** Anything that has a changelog. */
    public record Thing(
            @Nullable String name,
            @Nullable BigDecimal price,
            @Nullable String key,
            int views) {}

    @Test
    void what_differs_is_told_by_its_name_before_and_after() {
        assertThat(differences(thing("a", "1"), thing("b", "1.50")))
                .containsExactly(new Change.Value("name", "a", "b"), new Change.Value("price", "1", "1.5"));
        assertThat(differences(thing(null, "1"), thing("b", null)))
                .containsExactly(new Change.Value("name", null, "b"), new Change.Value("price", "1", null));
    }

    @Test
    void a_price_with_more_zeros_is_the_same_price() {
        assertThat(differences(thing("a", "1"), thing("a", "1.0000"))).isEmpty();
    }

    @Test
    void a_secret_is_not_told_and_what_is_derived_is_no_change() {
        assertThat(differences(new Thing("a", null, "hush", 1), new Thing("a", null, "shh", 2)))
                .containsExactly(new Change.Value("key", "***", "***"));
    }

    private static List<Change.Value> differences(Thing before, Thing after) {
        return Differences.of(before, after, Set.of("key"), Set.of("views"));
    }

    private static Thing thing(@Nullable String name, @Nullable String price) {
        return new Thing(name, price == null ? null : new BigDecimal(price), null, 0);
    }
}
