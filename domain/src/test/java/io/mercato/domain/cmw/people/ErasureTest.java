package io.mercato.domain.cmw.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cmw.people.Erasure.Fate;
import io.mercato.domain.cmw.people.Erasure.Trace;
import io.mercato.domain.cmw.subscription.SubscriptionStatus;
import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {

    @ParameterizedTest
    @EnumSource
    void who_has_something_that_is_not_over_is_not_erased(SubscriptionStatus status) {
        List<SubscriptionStatus> his = List.of(SubscriptionStatus.UNDEPLOYED, status, SubscriptionStatus.REJECTED);
        if (status.isOver()) {
            assertThatCode(() -> Erasure.check(his)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Erasure.check(his))
                    .isInstanceOfSatisfying(
                            MercatoException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT))
                    .hasMessageContaining("1 subscriptions");
        }
    }

    @Test
    void who_never_bought_anything_is_erased() {
        assertThatCode(() -> Erasure.check(List.of())).doesNotThrowAnyException();
    }

    @Test
    void each_trace_is_listed_once_with_a_reason() {
        List<Trace> all =
                Stream.concat(Erasure.USER.stream(), Erasure.ELSEWHERE.stream()).toList();

        assertThat(all).extracting(Trace::where).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(trace -> assertThat(trace.why()).isNotBlank());
        assertThat(all).extracting(Trace::fate).contains(Fate.values());
    }

    @Test
    void what_stands_instead_of_him_names_nobody_and_reaches_nobody() {
        assertThat(Erasure.userName(7)).isEqualTo("erased-7");
        assertThat(Erasure.email(7)).endsWith(".invalid");
    }
}
