package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.SubscriptionEvent.*;
import static io.mercato.domain.cmw.subscription.SubscriptionStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.lifecycle.Outcome.Illegal;
import io.mercato.domain.lifecycle.Outcome.Moved;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifecycle against a table that was written for itself: state, event, next state, what is to be done. */
class SubscriptionLifecycleTest {
    private static final String EXPECTED = """
            REQUIRES_APPROVAL APPROVED           WAITING_PAYMENT  ASK_PAYMENT
            REQUIRES_APPROVAL APPROVED_FOR_LATER POSTPONED
            REQUIRES_APPROVAL REJECTED           REJECTED         EXPIRE_INVOICES,TELL_REJECTED
            REQUIRES_APPROVAL KILL_REQUESTED     UNDEPLOYED       EXPIRE_INVOICES,TELL_KILLED
            POSTPONED         START_DUE          WAITING_PAYMENT  ASK_PAYMENT
            POSTPONED         KILL_REQUESTED     UNDEPLOYED       EXPIRE_INVOICES,TELL_KILLED
            WAITING_PAYMENT   PAID               PENDING          DEPLOY,TELL_DEPLOYING
            WAITING_PAYMENT   PAYMENT_TIMED_OUT  PAYMENT_EXPIRED  EXPIRE_INVOICES,TELL_PAYMENT_EXPIRED
            WAITING_PAYMENT   KILL_REQUESTED     UNDEPLOYED       EXPIRE_INVOICES,TELL_KILLED
            PAYMENT_EXPIRED   KILL_REQUESTED     UNDEPLOYED       EXPIRE_INVOICES
            PENDING           DEPLOYED           DEPLOYED         BEGIN_PERIOD,TELL_DEPLOYED
            PENDING           DEPLOYMENT_FAILED  FAILED           TELL_DEPLOYMENT_FAILED
            PENDING           KILL_REQUESTED     UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            FAILED            DEPLOY_REQUESTED   PENDING          DEPLOY,TELL_DEPLOYING
            FAILED            DEPLOYED           DEPLOYED         BEGIN_PERIOD,TELL_DEPLOYED
            FAILED            DEPLOYMENT_FAILED  FAILED
            FAILED            KILL_REQUESTED     UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            FAILED            ENDED              UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            FAILED            PAYMENT_OVERDUE    FAILED
            FAILED            DEBT_PAID          FAILED
            DEPLOYED          DEPLOYED           DEPLOYED
            DEPLOYED          DEPLOYMENT_FAILED  FAILED           TELL_DEPLOYMENT_FAILED
            DEPLOYED          STOP_REQUESTED     DEPLOYED         STOP
            DEPLOYED          STOPPED            STOPPED          TELL_STOPPED
            DEPLOYED          STARTED            DEPLOYED
            DEPLOYED          OPERATION_FAILED   DEPLOYED
            DEPLOYED          KILL_REQUESTED     UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            DEPLOYED          ENDED              UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            DEPLOYED          PAYMENT_OVERDUE    DEPLOYED         STOP,TELL_STOPPED_UNPAID
            DEPLOYED          DEBT_PAID          DEPLOYED
            STOPPED           DEPLOYMENT_FAILED  FAILED           TELL_DEPLOYMENT_FAILED
            STOPPED           STOPPED            STOPPED
            STOPPED           START_REQUESTED    STOPPED          START
            STOPPED           STARTED            DEPLOYED
            STOPPED           OPERATION_FAILED   STOPPED
            STOPPED           KILL_REQUESTED     UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            STOPPED           ENDED              UNDEPLOY_SENT    UNDEPLOY,EXPIRE_INVOICES,TELL_KILLED
            STOPPED           PAYMENT_OVERDUE    STOPPED
            STOPPED           DEBT_PAID          STOPPED
            UNDEPLOY_SENT     UNDEPLOYED         UNDEPLOYED       TELL_UNDEPLOYED
            UNDEPLOY_SENT     DEPLOYED           UNDEPLOY_SENT
            UNDEPLOY_SENT     DEPLOYMENT_FAILED  UNDEPLOY_SENT
            UNDEPLOY_SENT     STOPPED            UNDEPLOY_SENT
            UNDEPLOY_SENT     STARTED            UNDEPLOY_SENT
            UNDEPLOY_SENT     OPERATION_FAILED   UNDEPLOY_SENT
            UNDEPLOY_SENT     KILL_REQUESTED     UNDEPLOY_SENT
            UNDEPLOY_SENT     ENDED              UNDEPLOY_SENT
            UNDEPLOYED        UNDEPLOYED         UNDEPLOYED
            """;

    @ParameterizedTest
    @EnumSource
    void every_event_does_in_every_state_what_the_table_says(SubscriptionStatus state) {
        Map<String, String> expected = expected();
        for (SubscriptionEvent event : SubscriptionEvent.values()) {
            String row = expected.get(state + " " + event);
            var outcome = SubscriptionLifecycle.apply(state, event);
            if (row == null) {
                assertThat(outcome).as(state + " on " + event).isEqualTo(new Illegal<>(state, event));
            } else {
                assertThat(outcome)
                        .as(state + " on " + event)
                        .isInstanceOfSatisfying(
                                Moved.class,
                                moved -> assertThat(moved.to() + " " + commands(moved.commands()))
                                        .isEqualTo(row));
            }
        }
    }

    @Test
    void there_are_no_other_rows() {
        assertThat(SubscriptionLifecycle.table().rows())
                .hasSameSizeAs(expected().keySet());
    }

    @Test
    void all_states_but_those_that_nothing_leads_to_yet_are_reached() {
        Set<SubscriptionStatus> reached = EnumSet.noneOf(SubscriptionStatus.class);
        for (SubscriptionStatus start : List.of(REQUIRES_APPROVAL, WAITING_PAYMENT, PENDING)) {
            reached.addAll(SubscriptionLifecycle.table().reachableFrom(start));
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached)))
                .containsExactlyInAnyOrder(POST_CONFIGURATION, UNKNOWN);
    }

    @Test
    void whatever_lives_can_be_ended() {
        for (SubscriptionStatus state : SubscriptionLifecycle.table().reachableFrom(REQUIRES_APPROVAL)) {
            assertThat(SubscriptionLifecycle.table().reachableFrom(state).stream()
                            .anyMatch(SubscriptionStatus::isOver))
                    .as("an end of " + state)
                    .isTrue();
        }
    }

    @Test
    void nothing_comes_back_from_the_end() {
        assertThat(SubscriptionLifecycle.table().reachableFrom(SubscriptionStatus.UNDEPLOYED))
                .containsExactly(SubscriptionStatus.UNDEPLOYED);
        assertThat(SubscriptionLifecycle.table().reachableFrom(SubscriptionStatus.REJECTED))
                .containsExactly(SubscriptionStatus.REJECTED);
    }

    @Test
    void a_machine_is_asked_for_only_on_the_way_to_pending_and_given_back_only_on_the_way_to_undeploy_sent() {
        SubscriptionLifecycle.table().rows().forEach(row -> {
            assertThat(row.commands().contains(SubscriptionEffect.DEPLOY))
                    .as(row.toString())
                    .isEqualTo(row.to() == PENDING);
            assertThat(row.commands().contains(SubscriptionEffect.UNDEPLOY))
                    .as(row.toString())
                    .isEqualTo(row.to() == UNDEPLOY_SENT && row.from() != UNDEPLOY_SENT);
        });
    }

    @Test
    void a_stop_that_is_under_way_is_not_over_because_something_is_paid_or_overdue() {
        assertThat(Arrays.stream(SubscriptionEvent.values()).filter(SubscriptionEvent::endsOperation))
                .containsExactlyInAnyOrder(
                        SubscriptionEvent.DEPLOYED,
                        DEPLOYMENT_FAILED,
                        SubscriptionEvent.STOPPED,
                        STARTED,
                        OPERATION_FAILED,
                        KILL_REQUESTED,
                        ENDED,
                        SubscriptionEvent.UNDEPLOYED);
    }

    private static Map<String, String> expected() {
        return EXPECTED.lines()
                .map(line -> line.split("\\s+", -1))
                .collect(Collectors.toMap(
                        cells -> cells[0] + " " + cells[1],
                        cells -> cells[2] + " " + (cells.length > 3 ? cells[3] : ""),
                        (one, two) -> {
                            throw new IllegalStateException("Twice: " + one);
                        },
                        TreeMap::new));
    }

    private static String commands(List<?> commands) {
        return commands.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
