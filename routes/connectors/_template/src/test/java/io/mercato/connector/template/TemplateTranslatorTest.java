package io.mercato.connector.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.feedback.message.Ticket;
import io.mercato.domain.feedback.message.TicketReceipt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTranslatorTest {
    private final TemplateTranslator translator =
            new TemplateTranslator(new TemplateSettings("http://localhost", "t", "billing"));

    static Ticket ticket() {
        return new Ticket(
                "mercato",
                17,
                "Cannot log in",
                "It says \"no\".\nWhy?",
                "access",
                List.of("urgent"),
                "Ada",
                "ada@example.com",
                "en",
                "https://shop.example.com/login",
                Instant.EPOCH);
    }

    @Test
    void a_ticket_is_said_in_the_outside_systems_words() throws Exception {
        JsonNode outside =
                new ObjectMapper().readTree(translator.toOutside(ticket())).path("ticket");

        assertThat(outside.path("external_id").asText()).isEqualTo("mercato-17");
        assertThat(outside.path("queue").asText()).isEqualTo("billing");
        assertThat(outside.path("subject").asText()).isEqualTo("Cannot log in");
        assertThat(outside.path("description").asText())
                .isEqualTo("It says \"no\".\nWhy?\n\nPage: https://shop.example.com/login");
        assertThat(outside.path("requester").path("email").asText()).isEqualTo("ada@example.com");
        assertThat(outside.path("tags").toString()).isEqualTo("[\"urgent\",\"access\"]");
        assertThat(outside.has("id")).isFalse();
    }

    @Test
    void a_search_that_finds_something_alike_has_not_found_it() {
        String json = "{\"tickets\":[{\"id\":1,\"external_id\":\"mercato-170\"}],\"count\":1}";

        assertThat(translator.found(json, "mercato-17")).isEmpty();
    }

    @Test
    void a_receipt_names_id_and_address() {
        String json = "{\"ticket\":{\"id\":7,\"url\":\"https://tickets.example.com/7\",\"new_field\":true}}";

        assertThat(translator.created(json)).isEqualTo(new TicketReceipt("7", "https://tickets.example.com/7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html>", "{}", "{\"ticket\":{}}", "[1]"})
    void an_answer_that_makes_no_sense_is_broken(String json) {
        assertThatThrownBy(() -> translator.created(json))
                .isInstanceOfSatisfying(
                        MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BROKEN));
    }
}
