package io.mercato.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.MercatoException;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private final RequestReader reader = new RequestReader(
            new RestJson(), Validation.buildDefaultValidatorFactory().getValidator());

    record Input(String name, List<String> tags, Map<String, String> texts, Inner inner) {
        record Inner(String note) {}
    }

    private <T> T read(String body, Class<T> type) {
        return reader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'a\\u0000b'}     | name",
                "{'name': '\\ud800'}       | name",
                "{'name': 'a\\udc00'}      | name",
                "{'tags': ['a', '\\u0000']}| tags[1]",
                "{'texts': {'a': '\\u0000'}}|texts.a",
                "{'texts': {'\\u0000': 'a'}}|texts",
                "{'inner': {'note': '\\u0000'}}|inner.note"
            })
    void a_text_that_no_database_keeps_is_refused_by_the_name_of_its_field(String body, String field) {
        assertThatThrownBy(() -> read(body, Input.class))
                .isInstanceOfSatisfying(
                        MercatoException.class,
                        refused -> assertThat(refused.holders().get(0).error())
                                .isEqualTo("Field " + field + ": has a character that cannot be kept"));
    }

    record Dated(Instant at) {}

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
    void a_moment_that_no_database_keeps_is_refused_by_the_name_of_its_field(String moment) {
        assertThatThrownBy(() -> read("{'at': '" + moment + "'}", Dated.class))
                .hasMessage("Field at: is no date that can be kept");
        assertThat(read("{'at': '2026-01-31T00:00:00Z'}", Dated.class).at()).isEqualTo("2026-01-31T00:00:00Z");
    }

    @Test
    void so_it_is_in_the_fields_of_a_patch() {
        assertThatThrownBy(() -> read("{'name': ['\\u0000']}", Map.class)).hasMessageContaining("name");
        assertThatThrownBy(() -> read("{'\\u0000': 'a'}", Map.class)).isInstanceOf(MercatoException.class);
    }

    @Test
    void every_other_character_is_taken_as_it_is() {
        Input input = read("{'name': '\\ud83d\\ude00 \\u0001\\u202e\\uffff'}", Input.class);

        assertThat(input.name()).isEqualTo("😀 \u0001\u202e\uffff");
    }
}
