package io.mercato.domain.cmw.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private record Inner(@Nullable String city, int floor) {}

    private record Thing(
            String name, @Nullable String secret, @Nullable Inner inner, int counted) {}

    @Test
    void what_did_not_change_is_not_told() {
        Thing thing = new Thing("a", "s", new Inner("Pisa", 1), 1);

        assertThat(changes(thing, thing)).isEmpty();
        assertThat(changes(thing, new Thing("a", "s", new Inner("Pisa", 1), 2))).isEmpty();
    }

    @Test
    void what_changed_is_told_down_to_the_field() {
        assertThat(changes(new Thing("a", "s", new Inner("Pisa", 1), 1), new Thing("b", "s", new Inner("Lucca", 1), 1)))
                .containsExactly(new Change.Value("name", "a", "b"), new Change.Value("inner.city", "Pisa", "Lucca"));
        assertThat(changes(new Thing("a", "s", null, 1), new Thing("a", "s", new Inner("Pisa", 1), 1)))
                .containsExactly(
                        new Change.Value("inner.city", null, "Pisa"), new Change.Value("inner.floor", null, "1"));
        assertThat(changes(new Thing("a", "s", new Inner("Pisa", 1), 1), new Thing("a", "s", null, 1)))
                .contains(new Change.Value("inner.city", "Pisa", null));
    }

    @Test
    void of_a_secret_only_that_it_changed_is_told() {
        assertThat(changes(new Thing("a", "old", null, 1), new Thing("a", "new", null, 1)))
                .containsExactly(new Change.Value("secret", "***", "***"));
        assertThat(changes(new Thing("a", null, null, 1), new Thing("a", "new", null, 1)))
                .containsExactly(new Change.Value("secret", null, "***"));
    }

    private static List<Change.Value> changes(@Nullable Thing before, Thing after) {
        return Changes.between(before, after, Set.of("counted"), Set.of("secret"));
    }
}
