package io.mercato.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void what_is_said_of_a_field_names_it_for_programs_too() {
        for (MercatoException failure : List.of(
                Errors.conflictField("taken", "email", "is taken"),
                Errors.rejectedField("taken", "email", "is taken"))) {
            assertThat(failure.holders())
                    .containsExactly(new ErrorHolder("taken", "Field email: is taken", Map.of("field", "email")));
        }
        assertThat(Errors.conflictField("taken", "email", "is taken").kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(Errors.rejectedField("taken", "email", "is taken").kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void what_has_no_other_name_stays_as_it_is() {
        ErrorHolder other = Errors.fieldHolder("starts", "Field start: is not meant");
        ErrorHolder none = ErrorHolder.of("forbidden", "The start is not yours");

        assertThat(other.calling(NAMES)).isEqualTo(other);
        assertThat(none.calling(NAMES)).isEqualTo(none);
    }
}
