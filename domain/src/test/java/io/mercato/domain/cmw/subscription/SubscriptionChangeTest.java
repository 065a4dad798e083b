package io.mercato.domain.cmw.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionChangeTest {

    @ParameterizedTest
    @CsvSource({
        "START, OPERATION, START_REQUESTED",
        "STOP, OPERATION, STOP_REQUESTED",
        "KILL, OPERATION, KILL_REQUESTED",
        "DEPLOY, OPERATION, DEPLOY_REQUESTED"
    })
    void an_operation_is_an_event(SubscriptionAction action, SubscriptionChange.Kind kind, SubscriptionEvent event) {
        assertThat(action(action).kind()).isEqualTo(kind);
        assertThat(action(action).operationEvent()).isEqualTo(event);
    }

    @Test
    void a_name_and_the_renewal_are_no_operations() {
        assertThat(action(SubscriptionAction.SET_NAME).kind()).isEqualTo(SubscriptionChange.Kind.NAME);
        assertThat(action(SubscriptionAction.AUTORENEW).kind()).isEqualTo(SubscriptionChange.Kind.AUTO_RENEW);
        assertInvalid(() -> action(SubscriptionAction.SET_NAME).operationEvent(), "action");
        assertInvalid(() -> action(SubscriptionAction.AUTORENEW).operationEvent(), "action");
        assertInvalid(() -> action(null).operationEvent(), "action");
    }

    @ParameterizedTest
    @EnumSource
    void a_vendor_reports_three_things_only(SubscriptionStatus status) {
        SubscriptionChange report = new SubscriptionChange(null, null, null, status, false);

        assertThat(report.kind()).isEqualTo(SubscriptionChange.Kind.REPORT);
        switch (status) {
            case DEPLOYED -> assertThat(report.reportedEvent()).isEqualTo(SubscriptionEvent.DEPLOYED);
            case FAILED -> assertThat(report.reportedEvent()).isEqualTo(SubscriptionEvent.DEPLOYMENT_FAILED);
            case UNDEPLOYED -> assertThat(report.reportedEvent()).isEqualTo(SubscriptionEvent.UNDEPLOYED);
            default -> assertInvalid(report::reportedEvent, "deploymentStatus");
        }
    }

    @Test
    void a_change_that_says_nothing_is_refused() {
        assertInvalid(() -> action(null).reportedEvent(), "action");
    }

    @Test
    void a_name_is_stripped_and_not_blank() {
        assertThat(new SubscriptionChange(SubscriptionAction.SET_NAME, "  Mine ", null, null, false).requiredName())
                .isEqualTo("Mine");
        assertInvalid(
                () -> new SubscriptionChange(SubscriptionAction.SET_NAME, " ", null, null, false).requiredName(),
                "name");
        assertInvalid(() -> action(SubscriptionAction.SET_NAME).requiredName(), "name");
    }

    @Test
    void whether_it_is_renewed_must_be_said() {
        assertThat(new SubscriptionChange(SubscriptionAction.AUTORENEW, null, false, null, false).requiredAutoRenew())
                .isFalse();
        assertInvalid(() -> action(SubscriptionAction.AUTORENEW).requiredAutoRenew(), "autoRenew");
    }

    private static SubscriptionChange action(@Nullable SubscriptionAction action) {
        return new SubscriptionChange(action, null, null, null, false);
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MercatoException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID);
            assertThat(failure.holders().get(0).extraFields()).containsEntry("field", field);
        });
    }
}
