package io.mercato.domain.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepPolicyTest {
    private static final Set<Step> CREATING = EnumSet.of(
            Step.ENSURE_KEY, Step.ENSURE_FIREWALL, Step.CREATE_SERVER, Step.CREATE_VOLUME, Step.ATTACH_VOLUME);
    private static final Set<Step> GIVING_BACK = EnumSet.of(
            Step.FIND_LEFTOVERS,
            Step.DELETE_SERVER,
            Step.AWAIT_SERVER_GONE,
            Step.DELETE_VOLUME,
            Step.AWAIT_VOLUME_GONE);

    @ParameterizedTest
    @EnumSource(Step.class)
    void every_step_has_a_time_out_and_more_than_one_attempt(Step step) {
        assertThat(step.policy().timeout()).isBetween(Duration.ofMinutes(5), Duration.ofHours(1));
        assertThat(step.policy().attempts()).isBetween(2, 20);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void all_attempts_fit_into_the_time_out(Step step) {
        Duration pauses = Duration.ZERO;
        for (int attempt = 1; attempt < step.policy().attempts(); attempt++) {
            pauses = pauses.plus(step.policy().backoffAfter(attempt));
        }
        assertThat(pauses).isLessThan(step.policy().timeout());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void what_creates_has_a_step_that_takes_it_back_and_nothing_else_has(Step step) {
        if (CREATING.contains(step)) {
            assertThat(step.policy().compensation()).isIn(GIVING_BACK);
        } else {
            assertThat(step.policy().compensation()).isNull();
        }
    }

    @Test
    void every_compensation_stands_on_the_path_of_a_failed_deployment() {
        Set<DeploymentCommand> path = DeploymentLifecycle.table().rows().stream()
                .filter(row -> row.from() == DeploymentState.RELEASING)
                .flatMap(row -> row.commands().stream())
                .collect(Collectors.toSet());
        assertThat(path)
                .containsAll(Stream.of(Step.values())
                        .map(step -> step.policy().compensation())
                        .filter(Objects::nonNull)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void only_what_gives_back_insists_when_the_cloud_refuses(Step step) {
        assertThat(step.policy().insists()).isEqualTo(GIVING_BACK.contains(step));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "100, 60"})
    void the_pause_between_attempts_doubles_up_to_a_minute(int attempt, int seconds) {
        assertThat(Step.CREATE_SERVER.policy().backoffAfter(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 150", "3, 225", "10, 3844", "11, 5000", "1000, 5000"})
    void a_wait_looks_often_at_first_and_then_every_five_seconds(int polls, int milliseconds) {
        assertThat(Step.AWAIT_SERVER.policy().pauseAfter(polls)).isEqualTo(Duration.ofMillis(milliseconds));
    }
}
