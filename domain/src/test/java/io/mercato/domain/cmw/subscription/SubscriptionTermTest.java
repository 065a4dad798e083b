package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.SubscriptionSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubscriptionTermTest {
    private static final Instant END = NOW.plus(Duration.ofHours(10));

    @Test
    void a_period_ends_at_another_moment_or_so_many_hours_later_or_earlier() {
        assertThat(new SubscriptionTerm(END.plusSeconds(5), null).end(NOW, END)).isEqualTo(END.plusSeconds(5));
        assertThat(new SubscriptionTerm(null, 5).end(NOW, END)).isEqualTo(NOW.plus(Duration.ofHours(15)));
        assertThat(new SubscriptionTerm(null, -9).end(NOW, END)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void what_is_over_or_not_clear_is_refused() {
        assertThatThrownBy(() -> new SubscriptionTerm(NOW, null).end(NOW, END)).hasMessageContaining("from");
        assertThatThrownBy(() -> new SubscriptionTerm(null, -10).end(NOW, END)).hasMessageContaining("hours");
        assertThatThrownBy(() -> new SubscriptionTerm(null, Integer.MAX_VALUE).end(NOW, END))
                .hasMessageContaining("hours")
                .hasMessageContaining("ten years");
        assertThatThrownBy(() -> new SubscriptionTerm(NOW.plus(Duration.ofDays(3_654)), null).end(NOW, END))
                .hasMessageContaining("from");
        assertThatThrownBy(() -> new SubscriptionTerm(null, null).end(NOW, END)).hasMessageContaining("from");
        assertThatThrownBy(() -> new SubscriptionTerm(END, 1).end(NOW, END)).hasMessageContaining("from");
    }
}
