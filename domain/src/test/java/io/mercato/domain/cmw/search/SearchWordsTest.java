package io.mercato.domain.cmw.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @Test
    void words_are_letters_and_digits_and_lower_case() {
        assertThat(SearchWords.of("  PostgreSQL 17, node.js & C++ ").words())
                .containsExactly("postgresql", "17", "node", "js", "c");
        assertThat(SearchWords.of("Qualità für Привет 数据库").words()).containsExactly("qualità", "für", "привет", "数据库");
        assertThat(SearchWords.of("Qualita\u0300").words()).containsExactly("qualità");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!!", "' or ''='", "%_\\", "\u0000", "🙂", "<->", "& | ! ( ) :*"})
    void what_has_no_words_is_empty_or_harmless(String text) {
        assertThat(SearchWords.of(text).words()).allMatch(word -> word.chars().allMatch(Character::isLetterOrDigit));
    }

    @Test
    void neither_many_words_nor_long_ones_are_taken() {
        assertThat(SearchWords.of("a ".repeat(50_000)).words()).hasSize(SearchWords.MAXIMUM);
        assertThat(SearchWords.of("x".repeat(50_000)).words().get(0)).hasSize(SearchWords.MAXIMUM_LENGTH);
        assertThat(SearchWords.of("𝒳".repeat(400)).words()).allMatch(word -> word.length() <= 2 * 40);
    }

    @Test
    void the_text_of_words_is_them_with_blanks() {
        assertThat(SearchWords.of("mail-server,2").text()).isEqualTo("mail server 2");
        assertThat(SearchWords.of("?").isEmpty()).isTrue();
    }
}
