package io.mercato.domain.cmw.catalogue.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.lifecycle.Outcome.Illegal;
import io.mercato.domain.lifecycle.Outcome.Moved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftLifecycleTest {
    private static final Map<String, String> LEGAL = Map.of(
            "NONE EDITED", "REQUESTED [TELL_REQUESTED]",
            "REQUESTED EDITED", "REQUESTED []",
            "REQUESTED WITHDRAWN", "WITHDRAWN []",
            "REQUESTED APPROVED", "APPROVED [PUBLISH, TELL_APPROVED]",
            "REQUESTED REJECTED", "REJECTED [TELL_REJECTED]",
            "REJECTED EDITED", "REQUESTED [TELL_REQUESTED]",
            "REJECTED WITHDRAWN", "WITHDRAWN []");

    @Test
    void every_event_in_every_state_does_what_the_table_says_or_is_illegal() {
        for (DraftState state : DraftState.values()) {
            for (DraftEvent event : DraftEvent.values()) {
                String expected = LEGAL.get(state + " " + event);
                var outcome = DraftLifecycle.apply(state, event);
                if (outcome instanceof Moved<DraftState, DraftEvent, DraftEffect> moved) {
                    assertThat(moved.to() + " " + moved.commands())
                            .as(state + " " + event)
                            .isEqualTo(expected);
                } else {
                    assertThat(outcome).isInstanceOf(Illegal.class);
                    assertThat(expected).as(state + " " + event).isNull();
                }
            }
        }
    }

    @Test
    void only_what_waits_or_was_rejected_is_open_and_all_states_are_reached() {
        assertThat(List.of(DraftState.values()).stream().filter(DraftState::isOpen))
                .containsExactly(DraftState.REQUESTED, DraftState.REJECTED);
        assertThat(DraftLifecycle.table().reachableFrom(DraftState.NONE)).containsExactly(DraftState.values());
    }
}
