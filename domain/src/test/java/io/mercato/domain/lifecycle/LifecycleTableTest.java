package io.mercato.domain.lifecycle;

import static io.mercato.domain.lifecycle.LifecycleTableTest.Event.CLOSED;
import static io.mercato.domain.lifecycle.LifecycleTableTest.Event.LOCKED;
import static io.mercato.domain.lifecycle.LifecycleTableTest.Event.OPENED;
import static io.mercato.domain.lifecycle.LifecycleTableTest.State.OPEN;
import static io.mercato.domain.lifecycle.LifecycleTableTest.State.SEALED;
import static io.mercato.domain.lifecycle.LifecycleTableTest.State.SHUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.lifecycle.Outcome.Illegal;
import io.mercato.domain.lifecycle.Outcome.Moved;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTableTest {

    enum State {
        SHUT,
        OPEN,
        SEALED
    }

    enum Event {
        OPENED,
        CLOSED,
        LOCKED
    }

    private static final LifecycleTable<State, Event, String> DOOR = LifecycleTable.<State, Event, String>of(
                    State.class, Event.class)
            .in(SHUT)
            .on(OPENED)
            .goTo(OPEN)
            .then("light", "greet")
            .in(OPEN)
            .on(CLOSED)
            .goTo(SHUT)
            .in(SHUT, OPEN)
            .on(LOCKED)
            .goTo(SEALED)
            .in(SEALED)
            .on(LOCKED)
            .stay()
            .build();

    @Test
    void a_legal_event_moves_and_names_its_commands_in_order() {
        assertThat(DOOR.apply(SHUT, OPENED)).isEqualTo(new Moved<>(SHUT, OPENED, OPEN, List.of("light", "greet")));
    }

    @Test
    void a_row_of_two_states_counts_for_both() {
        assertThat(DOOR.apply(SHUT, LOCKED)).isEqualTo(new Moved<>(SHUT, LOCKED, SEALED, List.of()));
        assertThat(DOOR.apply(OPEN, LOCKED)).isEqualTo(new Moved<>(OPEN, LOCKED, SEALED, List.of()));
    }

    @Test
    void an_event_that_changes_nothing_is_legal_when_the_table_says_so() {
        assertThat(DOOR.apply(SEALED, LOCKED)).isEqualTo(new Moved<>(SEALED, LOCKED, SEALED, List.of()));
    }

    @Test
    void an_event_that_the_table_does_not_know_is_an_illegal_outcome() {
        assertThat(DOOR.apply(SEALED, OPENED)).isEqualTo(new Illegal<>(SEALED, OPENED));
        assertThat(DOOR.isLegal(SEALED, OPENED)).isFalse();
        assertThat(DOOR.isLegal(SEALED, LOCKED)).isTrue();
    }

    @Test
    void a_row_that_is_written_twice_is_refused() {
        var half = LifecycleTable.<State, Event, String>of(State.class, Event.class)
                .in(SHUT)
                .on(OPENED)
                .goTo(OPEN)
                .in(SHUT, OPEN)
                .on(OPENED);

        assertThatThrownBy(half::stay).isInstanceOf(IllegalStateException.class).hasMessageContaining("SHUT on OPENED");
    }

    @Test
    void the_states_within_reach_are_known() {
        assertThat(DOOR.reachableFrom(SHUT)).containsExactly(SHUT, OPEN, SEALED);
        assertThat(DOOR.reachableFrom(SEALED)).containsExactly(SEALED);
    }

    @Test
    void it_draws_itself() {
        assertThat(DOOR.toMermaid(SHUT)).isEqualTo("""
                        stateDiagram-v2
                            [*] --> SHUT
                            SHUT --> OPEN : OPENED / light, greet
                            SHUT --> SEALED : LOCKED
                            OPEN --> SHUT : CLOSED
                            OPEN --> SEALED : LOCKED
                            SEALED --> SEALED : LOCKED
                            SEALED --> [*]
                        """);
    }

    @Test
    void it_writes_itself_as_a_table() {
        assertThat(DOOR.toMarkdown())
                .contains("| SHUT | OPENED | OPEN | light, greet |", "| SEALED | LOCKED | stays |  |");
    }
}
