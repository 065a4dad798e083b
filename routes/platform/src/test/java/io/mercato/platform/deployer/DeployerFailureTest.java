package io.mercato.platform.deployer;

import static io.mercato.domain.deployer.DeploymentState.DEPLOYED;
import static io.mercato.domain.deployer.DeploymentState.FAILED;
import static io.mercato.domain.deployer.DeploymentState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.RunStep;
import io.mercato.domain.deployer.message.DeployerCommand.Start;
import io.mercato.domain.deployer.message.DeployerCommand.Stop;
import io.mercato.domain.error.ErrorKind;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong, in the cloud and at home. */
@DeployerTest
class DeployerFailureTest {
    private static int subscriptions = 300;

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
    void a_crash_after_the_creation_makes_no_second_machine() {
        cloud.failAfter(CloudOperation.CREATE_SERVER, new IllegalStateException("killed"));

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(cloud.calls(CloudOperation.CREATE_SERVER)).isEqualTo(2);
        assertThat(cloud.calls(CloudOperation.ENSURE_KEY)).isOne();
        assertThat(cloud.machinesMade()).isOne();
    }

    @Test
    void a_crash_among_the_preparations_has_them_done_again_and_written_once() {
        cloud.failAfter(CloudOperation.ENSURE_FIREWALL, new IllegalStateException("killed"));

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(cloud.calls(CloudOperation.ENSURE_KEY)).isEqualTo(2);
        assertThat(deployments.history(subscription))
                .extracting(HistoryEntry::message)
                .startsWith(
                        "Checking what the cloud offers",
                        "Preparing the network",
                        "Installing your key",
                        "Preparing the firewall",
                        "Creating the machine");
    }

    @Test
    void preparations_that_went_well_before_a_failure_are_written_and_not_done_again() {
        cloud.failBefore(
                CloudOperation.ENSURE_KEY,
                new CloudException(ErrorKind.RETRYABLE, "cloud-unavailable", "The cloud is busy", null));

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(cloud.calls(CloudOperation.ENSURE_NETWORK)).isOne();
        assertThat(deployments.history(subscription))
                .extracting(HistoryEntry::message, HistoryEntry::error)
                .startsWith(
                        tuple("Checking what the cloud offers", null),
                        tuple("Preparing the network", null),
                        tuple("Installing your key", null),
                        tuple("Installing your key", "The cloud is busy"),
                        tuple("Preparing the firewall", null));
    }

    @Test
    void a_redelivered_command_does_nothing() {
        UUID id = UUID.randomUUID();
        deployments.send(deployments.bare(subscription), id);
        awaitState(DEPLOYED);

        deployments.send(deployments.bare(subscription), id);
        deployments.send(new Stop(subscription));

        awaitState(STOPPED);
        assertThat(cloud.machinesMade()).isOne();
        assertThat(events.of(subscription, "Deployed")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_stale_step_does_nothing() {
        deployments.send(deployments.bare(subscription));
        awaitState(DEPLOYED);
        int calls = cloud.calls().size();

        RunStep stale = new RunStep(subscription, UUID.randomUUID());
        deployments.send("deployer.commands", "RunStep", stale, UUID.randomUUID());
        deployments.send(new Start(subscription));

        awaitEvent("Started", "127.0.0.1");
        assertThat(cloud.calls()).hasSize(calls);
    }

    @Test
    void a_failure_that_passes_is_told_and_tried_again() {
        cloud.failBefore(
                CloudOperation.CREATE_SERVER,
                new CloudException(ErrorKind.RETRYABLE, "cloud-unavailable", "The cloud is busy", null));

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(deployments.history(subscription))
                .filteredOn(HistoryEntry::temporary)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.error()).isEqualTo("The cloud is busy");
                    assertThat(line.attemptsLeft()).isEqualTo(3);
                });
    }

    @Test
    void a_transport_that_breaks_is_a_failure_that_passes_and_keeps_its_secrets() {
        cloud.failBefore(
                CloudOperation.ENSURE_KEY, new IllegalStateException(new SocketTimeoutException("inner host")));

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(deployments.history(subscription))
                .extracting(HistoryEntry::error)
                .contains("The cloud does not answer")
                .doesNotContain("inner host");
    }

    @Test
    void a_refusal_releases_what_was_created_even_what_is_not_known_of() {
        cloud.failAfter(CloudOperation.CREATE_VOLUME, refusal());

        deployments.send(deployments.application(subscription, 10));

        awaitState(FAILED);
        assertThat(cloud.serverCount()).isZero();
        assertThat(cloud.volumeCount()).isZero();
        awaitEvent("Failed", "\"operation\":\"DEPLOY\"", "No quota left", "\"kept\":false");
    }

    @Test
    void a_provider_can_have_what_failed_kept() {
        deployments.useAccount(Map.of("keepFailed", "true"));
        cloud.failBefore(CloudOperation.CREATE_VOLUME, refusal());

        deployments.send(deployments.application(subscription, 10));

        awaitState(FAILED);
        assertThat(cloud.serverCount()).isOne();
        awaitEvent("Failed", "\"kept\":true");
    }

    @Test
    void a_machine_that_fails_in_the_cloud_is_built_again() {
        cloud.failBuilds(1);

        deployments.send(deployments.bare(subscription));

        awaitState(DEPLOYED);
        assertThat(cloud.machinesMade()).isEqualTo(2);
        assertThat(cloud.serverCount()).isOne();
    }

    @Test
    void a_fault_of_ours_goes_to_the_dead_letters() {
        int dead = events.dead().size();

        deployments.send("deployer.commands", "Unheard", Map.of("subscriptionId", subscription), UUID.randomUUID());

        await().untilAsserted(() -> assertThat(events.dead()).hasSize(dead + 1));
    }

    private static CloudException refusal() {
        return new CloudException(ErrorKind.REJECTED, "quota", "No quota left", null);
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
