package io.mercato.domain.feedback.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketTest {

    @Test
    void tickets_of_two_platforms_have_different_references() {
        assertThat(ticket("mercato", 17).reference()).isEqualTo("mercato-17");
        assertThat(ticket("other", 17).reference()).isNotEqualTo("mercato-17");
    }

    private static Ticket ticket(String platform, int id) {
        return new Ticket(platform, id, "s", "t", "", List.of(), "", "a@example.com", "en", null, Instant.EPOCH);
    }
}
