package io.mercato.processors.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.error.Errors;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void what_lies_at_the_bottom_is_told() {
        Exception failure = new RuntimeException("route failed", new IOException("Connection refused"));

        assertThat(FailureText.of(failure)).isEqualTo("IOException: Connection refused");
    }

    @Test
    void a_failure_that_was_foreseen_is_told_rather_than_its_cause() {
        Exception failure = new RuntimeException(Errors.notFound("plan", 7));

        assertThat(FailureText.of(failure)).isEqualTo("MercatoException: There is no plan 7");
    }

    @Test
    void secrets_with_a_name_are_hidden() {
        assertHidden("login failed: password=hunter2, retry", "login failed: password=***, retry");
        assertHidden("body {\"clientSecret\": \"hunter2 and more\"}", "body {\"clientSecret\": ***}");
        assertHidden("header Authorization: Bearer hunter2", "header Authorization: ***");
        assertHidden("X-Auth-Token=hunter2;x", "X-Auth-Token=***;x");
        assertHidden("GET https://user:hunter2@cloud.example/v3", "GET https://***@cloud.example/v3");
    }

    @Test
    void the_lines_in_which_a_database_prints_the_row_are_left_away() {
        assertHidden(
                "ERROR: null value in column \"x\"\n  Detail: Failing row contains (1, hunter2).",
                "ERROR: null value in column \"x\"");
    }

    @Test
    void a_failure_without_words_is_its_class_and_one_with_many_is_cut() {
        assertThat(FailureText.of(new NullPointerException())).isEqualTo("NullPointerException");
        assertThat(FailureText.of(new RuntimeException("x".repeat(2000)))).hasSize(500);
    }

    private static void assertHidden(String message, String told) {
        assertThat(FailureText.of(new RuntimeException(message)))
                .isEqualTo("RuntimeException: " + told)
                .doesNotContain("hunter2");
    }
}
