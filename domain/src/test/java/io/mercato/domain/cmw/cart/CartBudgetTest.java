package io.mercato.domain.cmw.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.cart.CartBudget.Refused;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "RETRYABLE, RETRYABLE, RETRYABLE",
        "RETRYABLE, REJECTED, REJECTED",
        "REJECTED, RETRYABLE, REJECTED",
        "CONFLICT, REJECTED, CONFLICT"
    })
    void the_errors_of_all_items_are_told_together(ErrorKind one, ErrorKind other, ErrorKind together) {
        assertThatThrownBy(() -> CartBudget.of(List.of(refused(one, "first"), refused(other, "second"))))
                .isInstanceOfSatisfying(MercatoException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(together);
                    assertThat(failure.holders()).extracting(ErrorHolder::error).containsExactly("first", "second");
                });
    }

    private static Refused refused(ErrorKind kind, String error) {
        return new Refused(new MercatoException(kind, "key", error));
    }
}
