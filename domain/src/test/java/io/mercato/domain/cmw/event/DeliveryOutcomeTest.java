package io.mercato.domain.cmw.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cmw.event.DeliveryAnswer.Answered;
import io.mercato.domain.cmw.event.DeliveryAnswer.Unanswered;
import io.mercato.domain.cmw.event.DeliveryOutcome.Notified;
import io.mercato.domain.cmw.event.DeliveryOutcome.TryAgain;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryOutcomeTest {
    private static final Instant NOW = Instant.parse("2026-01-12T11:19:30Z");
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), 2, Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void only_200_and_204_end_it(int status) {
        assertThat(outcome(new Answered(status, null), 1)).isEqualTo(new Notified(NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 201, 202, 301, 302, 307, 400, 401, 403, 404, 410, 500, 503})
    void any_other_status_is_tried_again_with_back_off_whatever_retry_after_says(int status) {
        assertThat(outcome(new Answered(status, "77"), 3))
                .isEqualTo(new TryAgain(NOW.plusSeconds(20), "HTTP status " + status));
    }

    @Test
    void no_answer_is_tried_again_with_back_off_and_says_why() {
        assertThat(outcome(new Unanswered("Read timed out"), 2))
                .isEqualTo(new TryAgain(NOW.plusSeconds(10), "Read timed out"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30                            | 30",
                "0                             | 0",
                " 7                            | 7",
                "Mon, 12 Jan 2026 11:20:30 GMT | 60",
                "Mon, 12 Jan 2026 11:00:00 GMT | 0",
                "999999                        | 86400",
                "99999999999999999999          | 86400",
                "Sat, 12 Jan 2126 11:20:30 GMT | 86400",
                "-5                            | 20",
                "soon                          | 20",
                "''                            | 20",
                "                              | 20"
            })
    void a_429_is_tried_again_when_it_asks_for_and_with_back_off_when_it_does_not_say(
            @Nullable String retryAfter, int seconds) {
        assertThat(outcome(new Answered(429, retryAfter), 3))
                .isEqualTo(new TryAgain(NOW.plusSeconds(seconds), "HTTP status 429"));
    }

    private static DeliveryOutcome outcome(DeliveryAnswer answer, int attempts) {
        return DeliveryOutcome.of(answer, attempts, NOW, BACK_OFF, BackOffTest.chance(0));
    }
}
