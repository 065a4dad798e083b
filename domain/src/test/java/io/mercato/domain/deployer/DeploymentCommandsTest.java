package io.mercato.domain.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.domain.deployer.message.DeployerCommand.Deploy;
import io.mercato.domain.deployer.message.DeployerCommand.Resize;
import io.mercato.domain.deployer.message.DeployerCommand.Start;
import io.mercato.domain.deployer.message.DeployerCommand.Stop;
import io.mercato.domain.deployer.message.DeployerCommand.Undeploy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeploymentCommandsTest {
    private static final Instant NOW = Instant.parse("2026-01-12T11:19:30Z");
    private static final UUID MESSAGE = UUID.randomUUID();
    private static final Deploy DEPLOY =
            new Deploy(42, "wiki", 1, 7, "small", "debian-12", "debian", "ssh-ed25519 AAAA", null, List.of());

    @Test
    void a_first_command_begins_a_deployment_that_its_own_message_drives() {
        Decision decision = on(Deployment.absent(42), DEPLOY);

        assertThat(decision.deployment().state()).isEqualTo(DeploymentState.PREPARING);
        assertThat(decision.deployment().spec().flavor()).isEqualTo("small");
        assertThat(decision.deployment().current())
                .isEqualTo(CurrentStep.begin(Step.CHECK_PREREQUISITES, NOW, MESSAGE));
    }

    @ParameterizedTest
    @EnumSource(DeploymentState.class)
    void every_command_in_every_state_is_followed_or_answered(DeploymentState state) {
        Deployment deployment = DeploymentDecisionsTest.at(state, state.isAtRest() ? null : Step.AWAIT_SERVER);
        for (DeployerCommand command :
                List.of(DEPLOY, new Stop(42), new Start(42), new Resize(42, "large"), new Undeploy(42, false))) {
            Decision decision = on(deployment, command);
            boolean silent = decision.told().isEmpty()
                    && decision.deployment().current() == deployment.current()
                    && decision.deployment().state().isAtRest();
            assertThat(silent).as("%s in %s", command, state).isFalse();
        }
    }

    @Test
    void a_command_at_the_wrong_time_changes_nothing_and_says_so() {
        Deployment deployment = DeploymentDecisionsTest.at(DeploymentState.ATTACHING, Step.CREATE_VOLUME);

        Decision decision = on(deployment, new Resize(42, "large"));

        assertThat(decision.deployment()).isEqualTo(deployment);
        assertThat(decision.told())
                .containsExactly(new Told(
                        Announcement.TELL_FAILED,
                        "RESIZE",
                        "Resize is not possible while the machine is getting its data disk",
                        true));
        assertThat(decision.history())
                .singleElement()
                .satisfies(line -> assertThat(line.error()).startsWith("Resize is not possible"));
    }

    @Test
    void undeploying_decides_on_the_disk() {
        Deployment deployment = DeploymentDecisionsTest.at(DeploymentState.DEPLOYED, null);

        assertThat(on(deployment, new Undeploy(42, true)).deployment().keepDisk())
                .isTrue();
        assertThat(on(deployment.keepingDisk(true), new Undeploy(42, false))
                        .deployment()
                        .keepDisk())
                .isFalse();
    }

    @Test
    void a_repeated_command_does_not_disturb_the_step_under_way() {
        Deployment deployment = DeploymentDecisionsTest.at(DeploymentState.CREATING, Step.AWAIT_SERVER);

        assertThat(on(deployment, DEPLOY).deployment().current()).isEqualTo(deployment.current());
    }

    @Test
    void a_machine_that_is_not_listed_is_looked_for_only_where_nothing_goes_on() {
        Deployment running = DeploymentDecisionsTest.at(DeploymentState.DEPLOYED, null);
        Deployment starting = DeploymentDecisionsTest.at(DeploymentState.STARTING, Step.AWAIT_SERVER);

        assertThat(DeploymentCommands.onMissed(running, MESSAGE, NOW)
                        .deployment()
                        .current())
                .isEqualTo(CurrentStep.begin(Step.VERIFY_SERVER, NOW, MESSAGE));
        assertThat(DeploymentCommands.onMissed(starting, MESSAGE, NOW).deployment())
                .isEqualTo(starting);
    }

    private static Decision on(Deployment deployment, DeployerCommand command) {
        return DeploymentCommands.on(deployment, command, MESSAGE, NOW);
    }
}
