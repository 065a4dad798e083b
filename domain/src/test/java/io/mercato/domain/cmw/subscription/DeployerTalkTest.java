package io.mercato.domain.cmw.subscription;

import static io.mercato.domain.cmw.subscription.SubscriptionSamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.cloud.FirewallRule;
import io.mercato.domain.deployer.message.DeployerCommand;
import io.mercato.domain.deployer.message.DeploymentEvent;
import io.mercato.domain.message.OutgoingMessage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the core asks of the deployer, and how it understands its answers. */
class DeployerTalkTest {
    private static final DeploymentEvent.Machine THERE =
            new DeploymentEvent.Machine("s-1", List.of("127.0.0.9"), 22, "debian");

    @Test
    void a_bare_machine_opens_ssh_alone() {
        OutgoingMessage message = DeployerCommands.of(in(SubscriptionStatus.PENDING), SubscriptionEffect.DEPLOY, false);

        assertThat(message.destination()).isEqualTo("queue.deployer.commands");
        assertThat(message.type()).isEqualTo("Deploy");
        assertThat(message.aggregate()).isEqualTo("subscription/42");
        assertThat(message.payload())
                .isEqualTo(new DeployerCommand.Deploy(
                        42,
                        "Wiki - Small",
                        3,
                        4,
                        "m1.small",
                        "debian-12",
                        "debian",
                        "ssh-ed25519 AAAA",
                        null,
                        List.of(FirewallRule.tcp(22))));
    }

    @Test
    void an_application_opens_its_port_and_has_a_disk_and_a_first_login() {
        Subscription one = of(SubscriptionStatus.PENDING, monthly(), APPLICATION, null, true, true);

        var deploy = (DeployerCommand.Deploy)
                DeployerCommands.of(one, SubscriptionEffect.DEPLOY, false).payload();

        assertThat(deploy.application()).isEqualTo(new DeployerCommand.ApplicationSpec("Wiki", 8443, "boss", 20));
        assertThat(deploy.firewall()).containsExactly(FirewallRule.tcp(22), FirewallRule.tcp(8443));
    }

    @Test
    void an_application_that_names_no_login_gets_one() {
        MachineSpec nameless = new MachineSpec(3, 4, "f", "i", "u", "k", 20, 80, null);
        Subscription one = of(SubscriptionStatus.PENDING, monthly(), nameless, null, true, true);

        var deploy = (DeployerCommand.Deploy)
                DeployerCommands.of(one, SubscriptionEffect.DEPLOY, false).payload();

        assertThat(Objects.requireNonNull(deploy.application()).login()).isEqualTo("admin");
    }

    @Test
    void the_other_commands_name_the_subscription() {
        Subscription one = in(SubscriptionStatus.DEPLOYED);

        assertThat(DeployerCommands.of(one, SubscriptionEffect.STOP, false).payload())
                .isEqualTo(new DeployerCommand.Stop(42));
        assertThat(DeployerCommands.of(one, SubscriptionEffect.START, false).payload())
                .isEqualTo(new DeployerCommand.Start(42));
        assertThat(DeployerCommands.of(one, SubscriptionEffect.UNDEPLOY, true).payload())
                .isEqualTo(new DeployerCommand.Undeploy(42, true));
        assertThat(DeployerCommands.of(one, SubscriptionEffect.UNDEPLOY, false).payload())
                .isEqualTo(new DeployerCommand.Undeploy(42, false));
    }

    @ParameterizedTest
    @EnumSource(
            value = SubscriptionEffect.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DEPLOY", "STOP", "START", "UNDEPLOY"})
    void what_is_not_the_deployers_to_do_is_not_asked_of_it(SubscriptionEffect effect) {
        assertThatThrownBy(() -> DeployerCommands.of(in(SubscriptionStatus.DEPLOYED), effect, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_runs_on_no_machine_is_not_deployed() {
        assertThatThrownBy(() ->
                        DeployerCommands.of(syndicated(SubscriptionStatus.PENDING), SubscriptionEffect.DEPLOY, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_report_is_an_event() {
        assertThat(DeployerReports.event(new DeploymentEvent.Deployed(42, NOW, THERE, null, null, null)))
                .isEqualTo(SubscriptionEvent.DEPLOYED);
        assertThat(DeployerReports.event(new DeploymentEvent.Stopped(42, NOW))).isEqualTo(SubscriptionEvent.STOPPED);
        assertThat(DeployerReports.event(new DeploymentEvent.Started(42, NOW, THERE)))
                .isEqualTo(SubscriptionEvent.STARTED);
        assertThat(DeployerReports.event(new DeploymentEvent.Resized(42, NOW, "m1.large", THERE)))
                .isEqualTo(SubscriptionEvent.STARTED);
        assertThat(DeployerReports.event(new DeploymentEvent.Undeployed(42, NOW, null)))
                .isEqualTo(SubscriptionEvent.UNDEPLOYED);
    }

    @ParameterizedTest
    @CsvSource({
        "DEPLOY, DEPLOYMENT_FAILED",
        "RUN, DEPLOYMENT_FAILED",
        "STOP, OPERATION_FAILED",
        "START, OPERATION_FAILED",
        "RESIZE, OPERATION_FAILED",
        "UNDEPLOY, OPERATION_FAILED"
    })
    void what_fails_on_a_machine_that_is_there_leaves_it_there(String operation, SubscriptionEvent event) {
        assertThat(DeployerReports.event(new DeploymentEvent.Failed(42, NOW, operation, "no quota", false)))
                .isEqualTo(event);
    }

    @Test
    void a_step_is_no_event() {
        var step = new DeploymentEvent.Progressed(42, NOW, "CREATING", "Creating", 30, 5, null, false);

        assertThatThrownBy(() -> DeployerReports.event(step)).isInstanceOf(IllegalArgumentException.class);
    }
}
