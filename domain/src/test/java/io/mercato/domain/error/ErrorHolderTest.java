package io.mercato.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorHolderTest {
    private static final Map<String, String> NAMES = Map.of("start", "from");

    @Test
    void a_field_is_called_as_who_asked_calls_it_and_the_rest_stays() {
        assertThat(Errors.fieldHolder("start", "must be after the start").calling(NAMES))
                .isEqualTo(Errors.fieldHolder("from", "must be after the start"));
        assertThat(ErrorHolder.of("no-start", "Field start: there is none").calling(NAMES))
                .isEqualTo(ErrorHolder.of("no-start", "Field from: there is none"));
    }

    @Test
    void what_has_no_other_name_stays_as_it_is() {
        ErrorHolder other = Errors.fieldHolder("starts", "Field start: is not meant");
        ErrorHolder none = ErrorHolder.of("forbidden", "The start is not yours");

        assertThat(other.calling(NAMES)).isEqualTo(other);
        assertThat(none.calling(NAMES)).isEqualTo(none);
    }
}
