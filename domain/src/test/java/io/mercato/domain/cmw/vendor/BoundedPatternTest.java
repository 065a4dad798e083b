package io.mercato.domain.cmw.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedPatternTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "[a-z]+; abc; true",
                "[a-z]+; abc1; false",
                "^(?:[-A-Za-z0-9]+\\.)+[A-Za-z]{2,6}$; shop.example.com; true",
                "^(?:[-A-Za-z0-9]+\\.)+[A-Za-z]{2,6}$; shop; false",
                "(?=.*\\d)(?=.*[a-z]).{8,}; secret99; true",
                "(?=.*\\d)(?=.*[a-z]).{8,}; secretly; false",
                "(.)\\1; aa; true",
                "(.)\\1; ab; false"
            })
    void a_value_matches_as_a_whole(String expression, String value, boolean matches) {
        assertThat(BoundedPattern.problem(expression)).isNull();
        assertThat(BoundedPattern.matches(expression, value)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"(a+)+b", "(a|aa)+b", "(a|a?)+b", "(.*a){30}b", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void an_expression_that_would_take_for_ever_is_given_up(String expression) {
        String hard = "a".repeat(4000) + "!";

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(BoundedPattern.matches(expression, hard)).isFalse());
    }

    @Test
    void a_long_value_has_time_for_an_honest_expression() {
        assertThat(BoundedPattern.matches("[a-z0-9 ]*", "some words 123 ".repeat(270)))
                .isTrue();
        assertThat(BoundedPattern.matches("(?:[a-z]+ ?)+", "word ".repeat(400) + "end"))
                .isTrue();
    }

    @Test
    void what_is_no_expression_is_told() {
        assertThat(BoundedPattern.problem("(")).startsWith("is not a regular expression");
        assertThat(BoundedPattern.problem("a".repeat(1001))).isEqualTo("must have at most 1000 characters");
        assertThat(BoundedPattern.problem("a".repeat(1000))).isNull();
    }
}
