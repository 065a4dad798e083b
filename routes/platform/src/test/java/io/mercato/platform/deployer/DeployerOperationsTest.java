package io.mercato.platform.deployer;

import static io.mercato.domain.deployer.DeploymentState.CREATING;
import static io.mercato.domain.deployer.DeploymentState.DEPLOYED;
import static io.mercato.domain.deployer.DeploymentState.STOPPED;
import static io.mercato.domain.deployer.DeploymentState.UNDEPLOYED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.deployer.message.DeployerCommand.Resize;
import io.mercato.domain.deployer.message.DeployerCommand.Start;
import io.mercato.domain.deployer.message.DeployerCommand.Stop;
import io.mercato.domain.deployer.message.DeployerCommand.Undeploy;
import io.mercato.processors.deployer.CloudAccountStore;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done with machines that are there, or on their way. */
@DeployerTest
class DeployerOperationsTest {
    private static int subscriptions = 500;

    @Autowired
    private Deployments deployments;

    @Autowired
    private FakeCloud cloud;

    @Autowired
    private FakeMachine machine;

    @Autowired
    private EventLog events;

    @Autowired
    private CloudAccountStore accounts;

    private final int subscription = ++subscriptions;

    @BeforeEach
    void anAccountAndAnEmptyCloud() {
        cloud.reset();
        machine.answerWith(200);
        deployments.useAccount(Map.of());
    }

    @Test
    void a_machine_is_stopped_started_and_resized() {
        deployments.send(deployments.bare(subscription));
        awaitState(DEPLOYED);

        deployments.send(new Stop(subscription));
        awaitState(STOPPED);
        deployments.send(new Start(subscription));
        awaitState(DEPLOYED);
        deployments.send(new Resize(subscription, "large"));

        awaitEvent("Resized", "\"flavor\":\"large\"");
        awaitEvent("Stopped", "\"subscriptionId\":" + subscription);
        awaitEvent("Started", "127.0.0.1");
        assertThat(deployments.find(subscription).spec().flavor()).isEqualTo("large");
    }

    @Test
    void undeploying_gives_everything_back() {
        deployments.send(deployments.application(subscription, 10));
        awaitState(DEPLOYED);

        deployments.send(new Undeploy(subscription, false));

        awaitState(UNDEPLOYED);
        assertThat(cloud.serverCount()).isZero();
        assertThat(cloud.volumeCount()).isZero();
    }

    @Test
    void undeploying_keeps_the_disk_when_told_so() {
        deployments.send(deployments.application(subscription, 10));
        awaitState(DEPLOYED);

        deployments.send(new Undeploy(subscription, true));

        awaitState(UNDEPLOYED);
        assertThat(cloud.serverCount()).isZero();
        assertThat(cloud.volumeCount()).isOne();
        awaitEvent("Undeployed", "\"keptVolumeId\":\"volume-" + subscription + "\"");
    }

    @Test
    void undeploying_in_the_middle_of_a_build_releases_what_is_there() {
        cloud.bootAfter(1_000);
        deployments.send(deployments.bare(subscription));
        await().until(() -> cloud.calls(CloudOperation.DESCRIBE_SERVER) > 1);

        deployments.send(new Undeploy(subscription, false));

        awaitState(UNDEPLOYED);
        assertThat(cloud.serverCount()).isZero();
        assertThat(events.of(subscription, "Deployed")).isEmpty();
    }

    @Test
    void a_command_at_the_wrong_time_is_answered() {
        cloud.bootAfter(1_000);
        deployments.send(deployments.bare(subscription));
        await().until(() -> cloud.calls(CloudOperation.DESCRIBE_SERVER) > 0);

        deployments.send(new Stop(subscription));

        awaitEvent(
                "Failed",
                "\"operation\":\"STOP\"",
                "Stop is not possible while the machine is being created",
                "\"kept\":true");
        awaitState(CREATING);
        deployments.send(new Undeploy(subscription, false));
        awaitState(UNDEPLOYED);
    }

    @Test
    void what_was_never_deployed_is_undeployed_at_once() {
        deployments.send(new Undeploy(subscription, false));

        awaitEvent("Undeployed", "\"subscriptionId\":" + subscription);
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void an_account_comes_by_its_queue() {
        CloudAccountChanged changed = deployments.account(Map.of("keepFailed", "true"));

        deployments.send("deployer.accounts", "CloudAccountChanged", changed, UUID.randomUUID());

        await().untilAsserted(
                        () -> assertThat(accounts.find(Deployments.CREDENTIAL)).contains(changed));
    }

    private void awaitState(DeploymentState state) {
        deployments.awaitState(subscription, state);
    }

    private void awaitEvent(String type, String... contained) {
        await().untilAsserted(() -> assertThat(events.of(subscription, type))
                .singleElement()
                .satisfies(event -> assertThat(event.json()).contains(contained)));
    }
}
