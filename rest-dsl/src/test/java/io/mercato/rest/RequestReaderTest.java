package io.mercato.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
                "{'texts': {'a': '\\u0000'}}|texts[a]",
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

    enum Kind {
        ONE,
        TWO
    }

    record Typed(
            Kind kind,
            Integer count,
            Long many,
            int plain,
            BigDecimal price,
            Boolean on,
            String text,
            List<Kind> kinds,
            Map<String, Integer> counts,
            Map<String, @Size(max = 2) String> texts,
            Map<@Size(max = 2) String, String> keys,
            List<@Size(max = 2) String> list) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 0} | kind",
                "{'kind': '0'} | kind",
                "{'kinds': ['ONE', 1]} | kinds[1]",
                "{'count': 2.9} | count",
                "{'count': 2.0} | count",
                "{'count': ''} | count",
                "{'count': ' '} | count",
                "{'count': 'null'} | count",
                "{'count': true} | count",
                "{'count': 99999999999} | count",
                "{'many': 4.9} | many",
                "{'plain': 4.9} | plain",
                "{'plain': true} | plain",
                "{'price': true} | price",
                "{'price': ''} | price",
                "{'on': 99999} | on",
                "{'on': 'true'} | on",
                "{'text': 5} | text",
                "{'text': 5.5} | text",
                "{'text': true} | text",
                "{'list': [5]} | list[0]",
                "{'texts': {'a': 5}} | texts[a]",
                "{'counts': {'a': 2.9}} | counts[a]",
                "{'counts': {'a': ''}} | counts[a]",
                "{'counts': {'a': true}} | counts[a]"
            })
    void what_has_another_type_is_refused_by_the_name_of_its_field(String body, String field) {
        assertRefused(body, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'counts': {'billingItem/1': null}} | counts[billingItem/1]",
                "{'texts': {'a': null}} | texts[a]",
                "{'keys': {'a': null}} | keys[a]",
                "{'list': ['a', null]} | list[1]",
                "{'kinds': [null]} | kinds[0]"
            })
    void a_null_in_a_list_or_a_map_is_refused_by_its_place(String body, String field) {
        assertRefused(body, field);
        assertThatThrownBy(() -> read(body, Typed.class)).hasMessageEndingWith("must not be null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'texts': {'q': 'long'}} | texts[q]",
                "{'keys': {'long': 'v'}} | keys[long]",
                "{'texts': {'<b>': 'long'}} | texts[<b>]",
                "{'list': ['a', 'long']} | list[1]"
            })
    void what_breaks_a_rule_is_named_by_its_place(String body, String field) {
        assertRefused(body, field);
    }

    private void assertRefused(String body, String field) {
        assertThatThrownBy(() -> read(body, Typed.class)).isInstanceOfSatisfying(MercatoException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID);
            assertThat(refused.holders().get(0).extraFields()).containsEntry("field", field);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} x", "{} {}", "{}]", "{},"})
    void nothing_follows_the_document(String body) {
        assertThatThrownBy(() -> read(body, Typed.class)).hasMessageStartingWith("The request's body is not JSON");
    }

    @Test
    void what_has_the_type_of_its_field_is_taken() {
        Typed typed = read(
                " {'kind': 'TWO', 'count': 2, 'many': 3, 'price': 5, 'on': false, 'text': '5', 'counts': {'a': 0},"
                        + " 'texts': null} \n",
                Typed.class);

        assertThat(typed.kind()).isEqualTo(Kind.TWO);
        assertThat(typed.price()).isEqualByComparingTo("5");
        assertThat(typed.counts()).containsEntry("a", 0);
        assertThat(typed.texts()).isNull();
        assertThat(read("{'name': null}", Map.class)).containsEntry("name", null);
    }

    @Test
    void every_other_character_is_taken_as_it_is() {
        Input input = read("{'name': '\\ud83d\\ude00 \\u0001\\u202e\\uffff'}", Input.class);

        assertThat(input.name()).isEqualTo("😀 \u0001\u202e\uffff");
    }
}
