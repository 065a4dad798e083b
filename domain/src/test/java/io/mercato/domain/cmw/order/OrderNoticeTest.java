package io.mercato.domain.cmw.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderNoticeTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Test
    void the_first_is_sent_and_the_next_once_the_pause_is_over() {
        assertThatCode(() -> OrderNotice.requirePause(null, NOW, PAUSE)).doesNotThrowAnyException();
        assertThatCode(() -> OrderNotice.requirePause(NOW.minus(PAUSE), NOW, PAUSE))
                .doesNotThrowAnyException();
        assertThatCode(() -> OrderNotice.requirePause(NOW, NOW, Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void until_then_it_is_refused_and_told_for_how_long() {
        assertThatThrownBy(() -> OrderNotice.requirePause(NOW.minusSeconds(60), NOW, PAUSE))
                .isInstanceOfSatisfying(MercatoException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.TOO_MANY);
                    assertThat(failure.holders().get(0).extraFields()).containsEntry("milliseconds", "240000");
                });
    }
}
