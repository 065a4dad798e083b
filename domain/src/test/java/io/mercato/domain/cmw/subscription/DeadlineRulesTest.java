package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.DeadlineKind.*;
import static io.mercato.domain.cmw.subscription.SubscriptionSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineRulesTest {
    private static final List<Integer> DAYS = List.of(14, 10, 7, 4, 3, 2, 1);

    @Test
    void a_debt_has_consequences_as_long_as_it_is_one() {
        Subscription debtor = unpaid(SubscriptionStatus.DEPLOYED);
        Subscription payer = in(SubscriptionStatus.DEPLOYED);

        assertThat(DeadlineRules.event(debtor, FIRST_PAYMENT)).contains(SubscriptionEvent.PAYMENT_TIMED_OUT);
        assertThat(DeadlineRules.event(debtor, OVERDUE_STOP)).contains(SubscriptionEvent.PAYMENT_OVERDUE);
        assertThat(DeadlineRules.event(debtor, OVERDUE_END)).contains(SubscriptionEvent.ENDED);
        for (DeadlineKind kind : List.of(FIRST_PAYMENT, OVERDUE_STOP, OVERDUE_END)) {
            assertThat(DeadlineRules.event(payer, kind)).isEmpty();
            assertThat(DeadlineRules.renews(payer, kind)).isFalse();
        }
    }

    @Test
    void a_reminder_is_no_event() {
        assertThat(DeadlineRules.event(unpaid(SubscriptionStatus.DEPLOYED), REMIND_PAYMENT))
                .isEmpty();
        assertThat(DeadlineRules.event(in(SubscriptionStatus.DEPLOYED), REMIND_END))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_used_is_renewed(SubscriptionStatus status) {
        boolean used = status == SubscriptionStatus.DEPLOYED || status == SubscriptionStatus.STOPPED;

        assertThat(DeadlineRules.renews(in(status), PERIOD_END)).isEqualTo(used);
        assertThat(DeadlineRules.event(in(status), PERIOD_END).isEmpty()).isEqualTo(used);
    }

    @Test
    void what_is_not_to_be_renewed_ends_with_its_period() {
        Subscription notWanted = of(SubscriptionStatus.DEPLOYED, monthly(), MACHINE, null, false, true);

        assertThat(DeadlineRules.event(notWanted, PERIOD_END)).contains(SubscriptionEvent.ENDED);
        assertThat(DeadlineRules.event(with(SubscriptionStatus.DEPLOYED, trial()), PERIOD_END))
                .contains(SubscriptionEvent.ENDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "FAILED", "DEPLOYED", "STOPPED"})
    void a_sandbox_ends_in_its_time_whether_it_is_there_or_not(SubscriptionStatus status) {
        Subscription sandbox = sandbox(status, 20, 50);
        SubscriptionEvent end = DeadlineRules.event(sandbox, PERIOD_END).orElseThrow();

        assertThat(DeadlineRules.renews(sandbox, PERIOD_END)).isFalse();
        assertThat(SubscriptionLifecycle.table().isLegal(status, end)).isTrue();
    }

    @Test
    void the_end_is_reminded_of_on_each_of_the_days_and_then_no_more() {
        Instant end = NOW.plus(Duration.ofDays(30));

        assertThat(Renewal.nextReminder(end, NOW, DAYS)).isEqualTo(end.minus(Duration.ofDays(14)));
        assertThat(Renewal.nextReminder(end, end.minus(Duration.ofDays(14)), DAYS))
                .isEqualTo(end.minus(Duration.ofDays(10)));
        assertThat(Renewal.nextReminder(end, end.minus(Duration.ofDays(4)).plusSeconds(1), DAYS))
                .isEqualTo(end.minus(Duration.ofDays(3)));
        assertThat(Renewal.nextReminder(end, end.minus(Duration.ofDays(1)), DAYS))
                .isNull();
        assertThat(Renewal.nextReminder(end, NOW, List.of())).isNull();
        assertThat(Renewal.nextReminder(null, NOW, DAYS)).isNull();
    }
}
