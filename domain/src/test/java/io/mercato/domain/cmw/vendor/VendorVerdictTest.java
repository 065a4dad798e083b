package io.mercato.domain.cmw.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorVerdictTest {

    @Test
    void no_content_lets_the_order_pass() {
        assertThatCode(() -> VendorVerdict.require(new VendorAnswer(204, ""), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void messages_refuse_it_in_the_vendors_words() {
        MercatoException refused = failure(new VendorAnswer(200, "…"), List.of("No such domain", "Too many users"));

        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.holders())
                .extracting(ErrorHolder::error)
                .containsExactly("No such domain", "Too many users");
        assertThat(refused.holders()).extracting(ErrorHolder::key).containsOnly("refused-by-vendor");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 201, 202, 301, 302, 307, 400, 401, 404, 409, 422, 429, 500, 502, 503})
    void any_other_status_is_for_later_whatever_it_says(int status) {
        MercatoException later = failure(new VendorAnswer(status, "…"), List.of("No such domain"));

        assertThat(later.kind()).isEqualTo(ErrorKind.RETRYABLE);
        assertThat(later.key()).isEqualTo("vendor-unavailable");
    }

    @Test
    void a_refusal_without_a_reason_is_for_later() {
        assertThat(failure(new VendorAnswer(200, "{}"), List.of()).kind()).isEqualTo(ErrorKind.RETRYABLE);
        assertThat(failure(new VendorAnswer(200, "{}"), List.of(" ", "\n")).kind())
                .isEqualTo(ErrorKind.RETRYABLE);
    }

    @Test
    void a_vendor_who_talks_without_end_is_cut_short() {
        MercatoException refused = failure(
                new VendorAnswer(200, "…"), Collections.nCopies(50, "line one\r\n\tline two" + "x".repeat(900)));

        assertThat(refused.holders()).hasSize(10);
        assertThat(refused.holders().get(0).error())
                .startsWith("line one line two")
                .hasSize(501)
                .endsWith("…");
    }

    @Test
    void who_is_not_there_or_stumbles_may_be_asked_again() {
        assertThat(VendorAnswer.NONE.isWorthAskingAgain()).isTrue();
        assertThat(new VendorAnswer(503, "").isWorthAskingAgain()).isTrue();
        assertThat(new VendorAnswer(200, "").isWorthAskingAgain()).isFalse();
        assertThat(new VendorAnswer(302, "").isWorthAskingAgain()).isFalse();
        assertThat(new VendorAnswer(404, "").isWorthAskingAgain()).isFalse();
    }

    private static MercatoException failure(VendorAnswer answer, List<String> messages) {
        MercatoException[] failure = new MercatoException[1];
        assertThatThrownBy(() -> VendorVerdict.require(answer, messages))
                .isInstanceOfSatisfying(MercatoException.class, thrown -> failure[0] = thrown);
        return failure[0];
    }
}
