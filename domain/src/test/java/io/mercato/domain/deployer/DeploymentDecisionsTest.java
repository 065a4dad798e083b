package io.mercato.domain.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.deployer.StepResult.Done;
import io.mercato.domain.deployer.StepResult.Failure;
import io.mercato.domain.deployer.StepResult.NotYet;
import io.mercato.domain.deployer.StepResult.Vanished;
import io.mercato.domain.deployer.message.DeployerCommand.ApplicationSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeploymentDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-01-12T11:19:30Z");
    private static final UUID TOKEN = UUID.randomUUID();

    @Test
    void the_next_step_is_run_at_once_by_the_same_message() {
        Deployment deployment = at(DeploymentState.PREPARING, Step.ENSURE_KEY);

        Decision decision = done(deployment, DeploymentEventKind.KEY_READY);

        CurrentStep next = current(decision);
        assertThat(next.step()).isEqualTo(Step.ENSURE_FIREWALL);
        assertThat(next.token()).isEqualTo(TOKEN);
        assertThat(next.due()).isEqualTo(NOW);
    }

    @Test
    void a_step_that_is_not_done_is_looked_at_again_by_a_message_of_its_own() {
        Deployment deployment = at(DeploymentState.CREATING, Step.AWAIT_SERVER);

        Decision decision = DeploymentDecisions.afterStep(deployment, new NotYet(), false, NOW);

        CurrentStep next = current(decision);
        assertThat(next.due()).isEqualTo(NOW.plusMillis(100));
        assertThat(next.token()).isNotEqualTo(TOKEN);
        assertThat(next.polls()).isOne();
        assertThat(decision.history()).isEmpty();
    }

    @Test
    void a_step_that_is_not_done_in_time_is_given_up() {
        Deployment deployment = at(DeploymentState.CREATING, Step.AWAIT_SERVER);

        Decision decision = DeploymentDecisions.afterStep(
                deployment,
                new NotYet(),
                false,
                NOW.plus(Step.AWAIT_SERVER.policy().timeout()));

        assertThat(decision.deployment().state()).isEqualTo(DeploymentState.RELEASING);
        assertThat(decision.deployment().failure()).contains("took longer than 15 minutes");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_failure_that_passes_is_tried_as_often_as_the_policy_says(Step step) {
        Deployment deployment = at(stateOf(step), step);
        int tries = 1;
        Instant now = NOW;
        while (deployment.current() != null && deployment.current().step() == step) {
            now = deployment.current().due();
            Decision decision = DeploymentDecisions.afterStep(deployment, new Failure("busy", true), false, now);
            if (decision.deployment().current() == null
                    || decision.deployment().current().attempt() != tries + 1) {
                break;
            }
            tries++;
            assertThat(decision.history())
                    .singleElement()
                    .satisfies(line -> assertThat(line.temporary()).isTrue());
            deployment = decision.deployment();
        }
        assertThat(tries).isEqualTo(step.policy().attempts());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_refusal_is_final_unless_something_is_given_back(Step step) {
        Decision decision =
                DeploymentDecisions.afterStep(at(stateOf(step), step), new Failure("no", false), false, NOW);

        boolean again = decision.deployment().current() != null
                && decision.deployment().current().step() == step;
        assertThat(again).isEqualTo(step.policy().insists());
    }

    @Test
    void a_look_that_worked_gives_all_attempts_back() {
        Deployment failing = at(DeploymentState.CREATING, Step.AWAIT_SERVER);
        Deployment retried = DeploymentDecisions.afterStep(failing, new Failure("busy", true), false, NOW)
                .deployment();

        Decision decision = DeploymentDecisions.afterStep(retried, new NotYet(), false, NOW.plusSeconds(2));

        assertThat(current(decision).attempt()).isOne();
    }

    @Test
    void a_failed_build_is_kept_where_the_provider_wants_it() {
        Decision decision = DeploymentDecisions.afterStep(
                at(DeploymentState.CREATING, Step.CREATE_SERVER), new Failure("no quota", false), true, NOW);

        assertThat(decision.deployment().state()).isEqualTo(DeploymentState.FAILED);
        assertThat(decision.told()).containsExactly(new Told(Announcement.TELL_FAILED, "DEPLOY", "no quota", true));
    }

    @Test
    void a_machine_that_vanishes_is_built_again_after_a_pause_until_no_attempt_is_left() {
        Deployment once =
                at(DeploymentState.CREATING, Step.AWAIT_SERVER).having(DeploymentResources.NONE.withServer("a"));
        Decision again = DeploymentDecisions.afterStep(once, new Vanished("gone"), false, NOW);
        assertThat(current(again).step()).isEqualTo(Step.CREATE_SERVER);
        assertThat(current(again).due()).isEqualTo(NOW.plusSeconds(1));

        DeploymentResources all = DeploymentResources.NONE
                .withServer("a")
                .withServer("b")
                .withServer("c")
                .withServer("d");
        Decision last = DeploymentDecisions.afterStep(once.having(all), new Vanished("gone"), false, NOW);
        assertThat(last.deployment().state()).isEqualTo(DeploymentState.RELEASING);
    }

    @Test
    void a_machine_that_vanishes_while_it_is_started_has_failed_and_its_disk_is_kept() {
        Decision decision = DeploymentDecisions.afterStep(
                at(DeploymentState.STARTING, Step.AWAIT_SERVER), new Vanished("gone"), false, NOW);

        assertThat(decision.deployment().state()).isEqualTo(DeploymentState.FAILED);
        assertThat(decision.told()).containsExactly(new Told(Announcement.TELL_FAILED, "START", "gone", true));
    }

    @Test
    void a_stop_that_fails_leaves_a_running_machine() {
        Decision decision = DeploymentDecisions.afterStep(
                at(DeploymentState.STOPPING, Step.STOP_SERVER), new Failure("locked", false), false, NOW);

        assertThat(decision.deployment().state()).isEqualTo(DeploymentState.DEPLOYED);
        assertThat(decision.deployment().failure()).isNull();
        assertThat(decision.told()).containsExactly(new Told(Announcement.TELL_FAILED, "STOP", "locked", true));
    }

    @Test
    void a_data_disk_that_was_used_once_outlives_every_later_failure() {
        Decision deployed =
                done(at(DeploymentState.CONFIGURING, Step.AWAIT_APPLICATION), DeploymentEventKind.APPLICATION_ANSWERS);
        Deployment rebuilt = deployed.deployment()
                .having(DeploymentResources.NONE.with(CloudThing.VOLUME, "v"))
                .in(DeploymentState.RELEASING);

        assertThat(rebuilt.whenServerIsGone()).isEqualTo(DeploymentEventKind.ALL_RELEASED);
    }

    @Test
    void an_event_that_no_step_may_lead_to_is_a_fault() {
        assertThatThrownBy(
                        () -> done(at(DeploymentState.PREPARING, Step.ENSURE_KEY), DeploymentEventKind.SERVER_STOPPED))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Decision done(Deployment deployment, DeploymentEventKind event) {
        return DeploymentDecisions.afterStep(deployment, new Done(event, deployment.resources()), false, NOW);
    }

    private static CurrentStep current(Decision decision) {
        CurrentStep current = decision.deployment().current();
        if (current == null) {
            throw new AssertionError("no step");
        }
        return current;
    }

    private static DeploymentState stateOf(Step step) {
        return DeploymentLifecycle.table().rows().stream()
                .filter(row -> row.commands().contains(step))
                .findFirst()
                .orElseThrow()
                .to();
    }

    static Deployment at(DeploymentState state, @Nullable Step step) {
        CurrentStep current = step == null ? null : CurrentStep.begin(step, NOW, TOKEN);
        DeploymentSpec spec = new DeploymentSpec(
                "wiki",
                1,
                7,
                "small",
                "debian-12",
                "debian",
                "ssh-ed25519 AAAA",
                new ApplicationSpec("Wiki", 8080, "admin", 5),
                List.of(),
                null);
        return new Deployment(1, 42, spec, state, current, DeploymentResources.NONE, null, false, false);
    }
}
