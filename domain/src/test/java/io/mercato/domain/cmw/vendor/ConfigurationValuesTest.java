package io.mercato.domain.cmw.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.vendor.ConfigurationValues.Accepted;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationValuesTest {
    private static final ConfigurationParameter DOMAIN = ParameterSample.text(1, "DOMAIN", true);
    private static final ConfigurationParameter NOTE = ParameterSample.text(2, "NOTE", false);

    @Test
    void what_is_given_is_kept_in_the_order_of_the_parameters() {
        List<Accepted> accepted =
                ConfigurationValues.accept(List.of(DOMAIN, NOTE), Map.of(2, " hello ", 1, "shop.example"));

        assertThat(accepted).containsExactly(new Accepted(DOMAIN, "shop.example"), new Accepted(NOTE, "hello"));
    }

    @Test
    void an_empty_text_is_as_good_as_none() {
        assertThat(ConfigurationValues.accept(List.of(NOTE), Map.of(2, "  "))).isEmpty();
        assertThat(ConfigurationValues.accept(List.of(NOTE), Map.of())).isEmpty();
        assertThat(problems(List.of(DOMAIN), Map.of()))
                .containsExactly("Field configurationParameters.DOMAIN: must be given");
        assertThat(problems(List.of(DOMAIN), Map.of(1, " \t"))).hasSize(1);
    }

    @Test
    void a_value_that_nobody_asked_for_is_refused() {
        assertThatThrownBy(() -> ConfigurationValues.accept(List.of(NOTE), Map.of(9, "x")))
                .isInstanceOfSatisfying(MercatoException.class, thrown -> {
                    assertThat(thrown.kind()).isEqualTo(ErrorKind.REJECTED);
                    assertThat(thrown.holders().get(0).error()).contains("configurationParameter/9");
                });
    }

    @Test
    void a_value_has_the_form_that_is_asked_for() {
        ConfigurationParameter letters = ParameterSample.matching(3, "[a-z]+");

        assertThat(ConfigurationValues.accept(List.of(letters), Map.of(3, "abc")))
                .hasSize(1);
        assertThat(problems(List.of(letters), Map.of(3, "abc1")))
                .containsExactly("Field configurationParameters.P3: does not have the form that is asked for");
        assertThat(ConfigurationValues.accept(List.of(letters), Map.of())).isEmpty();
    }

    @Test
    void a_value_is_an_accepted_one_and_not_its_label() {
        ConfigurationParameter region = ParameterSample.oneOf(3, Map.of("eu", "Europe"));

        assertThat(ConfigurationValues.accept(List.of(region), Map.of(3, "eu"))).hasSize(1);
        assertThat(problems(List.of(region), Map.of(3, "Europe"))).hasSize(1);
        assertThat(problems(List.of(region), Map.of(3, "EU"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "0", "7", "+3"})
    void a_number_is_in_its_range(String value) {
        ConfigurationParameter number = ParameterSample.within(3, -2, 7);
        if (value.startsWith("+")) {
            assertThat(problems(List.of(number), Map.of(3, value))).hasSize(1);
        } else {
            assertThat(ConfigurationValues.accept(List.of(number), Map.of(3, value)))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "8", "1.0", "1e1", "x", "99999999999999999999", "--1", "0x1"})
    void what_is_no_number_of_the_range_is_refused(String value) {
        assertThat(problems(List.of(ParameterSample.within(3, -2, 7)), Map.of(3, value)))
                .containsExactly("Field configurationParameters.P3: must be a whole number in the range");
    }

    @Test
    void a_value_is_not_endless() {
        assertThat(ConfigurationValues.accept(List.of(NOTE), Map.of(2, "x".repeat(4096))))
                .hasSize(1);
        assertThat(problems(List.of(NOTE), Map.of(2, "x".repeat(4097)))).hasSize(1);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_no_value_is_shown() {
        List<String> problems = problems(
                List.of(DOMAIN, ParameterSample.matching(3, "[a-z]+"), ParameterSample.within(4, 1, 2)),
                Map.of(3, "SECRET1", 4, "SECRET2"));

        assertThat(problems).hasSize(3).noneMatch(problem -> problem.contains("SECRET"));
        assertThat(new Accepted(DOMAIN, "SECRET").toString()).doesNotContain("SECRET");
    }

    private static List<String> problems(List<ConfigurationParameter> asked, Map<Integer, String> given) {
        try {
            ConfigurationValues.accept(asked, given);
            return List.of();
        } catch (MercatoException refused) {
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            return refused.holders().stream().map(ErrorHolder::error).toList();
        }
    }
}
