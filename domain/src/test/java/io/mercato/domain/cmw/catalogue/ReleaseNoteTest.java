package io.mercato.domain.cmw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseNoteTest {
    private static final Instant NOW = Instant.parse("2025-03-01T10:00:00.987Z");

    @Test
    void a_note_without_a_date_is_of_now_and_dates_are_kept_to_the_second() {
        assertThat(note(null).dated(NOW)).isEqualTo(note(Instant.parse("2025-03-01T10:00:00Z")));
        assertThat(note(Instant.parse("2024-01-01T00:00:00.5Z")).dated(NOW))
                .isEqualTo(note(Instant.parse("2024-01-01T00:00:00Z")));
    }

    private static ReleaseNote note(@Nullable Instant date) {
        return new ReleaseNote(date, "1.1", "Faster");
    }
}
