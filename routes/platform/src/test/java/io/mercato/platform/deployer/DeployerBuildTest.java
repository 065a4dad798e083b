package io.mercato.platform.deployer;

import static io.mercato.domain.deployer.DeploymentState.CONFIGURING;
import static io.mercato.domain.deployer.DeploymentState.DEPLOYED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Machines are built. */
@DeployerTest
class DeployerBuildTest {
    private static int subscriptions = 100;

    @Autowired
    private Deployments deployments;

    @Autowired
    private FakeCloud cloud;

    @Autowired
    private FakeMachine machine;

    @Autowired
    private EventLog events;

    private final int subscription = ++subscriptions;

    @BeforeEach
    void anAccountAndAnEmptyCloud() {
        cloud.reset();
        machine.answerWith(200);
        deployments.useAccount(Map.of());
    }

    @Test
    void a_bare_machine_is_deployed_without_disk_and_configuration() {
        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        awaitEvent("Deployed", "127.0.0.1", "\"loginUser\":\"debian\"", "\"sshPort\":" + machine.sshPort());
        assertThat(events.of(subscription, "Deployed").get(0).json()).doesNotContain("password");
        assertThat(cloud.calls())
                .containsExactly(
                        CloudOperation.CHECK_PREREQUISITES,
                        CloudOperation.ENSURE_NETWORK,
                        CloudOperation.ENSURE_KEY,
                        CloudOperation.ENSURE_FIREWALL,
                        CloudOperation.CREATE_SERVER,
                        CloudOperation.DESCRIBE_SERVER);
    }

    @Test
    void an_application_gets_disk_url_login_and_password() {
        deployments.send(deployments.application(subscription, 10));

        awaitState(DEPLOYED);
        awaitEvent("Deployed", "http://127.0.0.1:" + machine.httpPort() + "/", "\"login\":\"admin\"");
        assertThat(events.of(subscription, "Deployed").get(0).json())
                .containsPattern("\"password\":\"[A-Za-z0-9]{20}\"");
        assertThat(cloud.volumeCount()).isOne();
        assertThat(deployments.find(subscription).resources().encryptedPassword())
                .startsWith("v1:");
    }

    @Test
    void the_customer_sees_each_step() {
        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(deployments.history(subscription))
                .extracting(HistoryEntry::message)
                .containsExactly(
                        "Checking what the cloud offers",
                        "Preparing the network",
                        "Installing your key",
                        "Preparing the firewall",
                        "Creating the machine",
                        "Waiting for the machine to answer",
                        "The machine is running");
        await().untilAsserted(
                        () -> assertThat(events.of(subscription, "Progressed")).hasSize(7));
    }

    @Test
    void an_application_that_still_starts_is_waited_for() {
        machine.answerWith(503);
        deployments.send(deployments.application(subscription, 0));
        awaitState(CONFIGURING);

        machine.answerWith(302);

        awaitState(DEPLOYED);
        assertThat(cloud.volumeCount()).isZero();
    }

    @Test
    void a_machine_that_boots_is_waited_for() {
        cloud.bootAfter(3);

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(cloud.calls(CloudOperation.DESCRIBE_SERVER)).isEqualTo(4);
    }

    @Test
    void many_machines_are_built_side_by_side() {
        int first = subscription;
        for (int i = 0; i < 20; i++) {
            deployments.send(deployments.bare(first + i));
        }
        subscriptions += 20;

        for (int i = 0; i < 20; i++) {
            deployments.awaitState(first + i, DEPLOYED);
        }
        assertThat(cloud.machinesMade()).isEqualTo(20);
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
