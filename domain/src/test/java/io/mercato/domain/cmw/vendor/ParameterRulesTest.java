package io.mercato.domain.cmw.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.vendor.ConfigurationParameter.Range;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterRulesTest {

    @ParameterizedTest
    @CsvSource({"Your domain, YOUR_DOMAIN", "2nd name!, P_2ND_NAME", "Größe, GR_SSE", "***, P_"})
    void a_code_is_made_of_the_name(String name, String code) {
        ConfigurationParameter unnamed =
                new ConfigurationParameter(null, null, name, "D", null, null, Map.of(), null, null, false, false, 0);

        assertThat(ParameterRules.complete(List.of(unnamed)))
                .extracting(ConfigurationParameter::code)
                .containsExactly(code);
    }

    @Test
    void a_code_that_is_given_is_kept() {
        assertThat(ParameterRules.complete(List.of(ParameterSample.text(1, "Own_1", false))))
                .containsExactly(ParameterSample.text(1, "Own_1", false));
    }

    @Test
    void every_broken_rule_is_named() {
        assertThat(problems(ParameterSample.text(1, "A", false), ParameterSample.text(2, "A", false)))
                .containsExactly("Field configurationParameters[1].code: A is another's");
        assertThat(problems(ParameterSample.text(1, "A", false), ParameterSample.text(1, "B", false)))
                .containsExactly("Field configurationParameters[1].id: 1 stands here twice");
        assertThat(problems(ParameterSample.matching(1, "("))).hasSize(1);
        assertThat(problems(ParameterSample.of(1, "A", "[", Map.of(), new Range(2, 1), false)))
                .hasSize(2);
        assertThat(problems(ParameterSample.fromVendor(1, Map.of("a", "A")))).hasSize(1);
        assertThat(ParameterRules.complete(List.of(ParameterSample.fromVendor(1, Map.of()))))
                .hasSize(1);
        assertThat(ParameterRules.complete(List.of(ParameterSample.within(1, 2, 2))))
                .hasSize(1);
    }

    @Test
    void who_may_not_know_the_vendors_address_is_sent_to_the_platform() {
        assertThat(ParameterSample.fromVendor(5, Map.of()).reduced().externalValuesUrl())
                .isEqualTo("/api/configurationParameter/5/values");
        assertThat(ParameterSample.text(5, "A", true).reduced()).isEqualTo(ParameterSample.text(5, "A", true));
    }

    @Test
    void the_values_that_a_parameter_has_itself_are_its_choices() {
        assertThat(ParameterChoices.of(ParameterSample.oneOf(1, Map.of("eu", "Europe")))
                        .values())
                .containsExactly(new ParameterChoices.Choice("eu", "Europe"));
        assertThat(ParameterChoices.of(ParameterSample.text(1, "A", true))).isEqualTo(ParameterChoices.ANY);
    }

    @Test
    void choices_allow_what_they_name_and_none_at_all_anything() {
        ParameterChoices some = new ParameterChoices(List.of(new ParameterChoices.Choice("eu", "Europe")));

        assertThat(some.allows("eu")).isTrue();
        assertThat(some.allows("Europe")).isFalse();
        assertThat(new ParameterChoices(List.of()).allows("eu")).isFalse();
        assertThat(ParameterChoices.ANY.allows("eu")).isTrue();
    }

    private static List<String> problems(ConfigurationParameter... asked) {
        MercatoException[] failure = new MercatoException[1];
        assertThatThrownBy(() -> ParameterRules.complete(List.of(asked)))
                .isInstanceOfSatisfying(MercatoException.class, thrown -> failure[0] = thrown);
        assertThat(failure[0].kind()).isEqualTo(ErrorKind.REJECTED);
        return failure[0].holders().stream().map(ErrorHolder::error).toList();
    }
}
