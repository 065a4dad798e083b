package io.mercato.platform.deployer;

import static io.mercato.domain.deployer.DeploymentState.DEPLOYED;
import static io.mercato.domain.deployer.DeploymentState.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mercato.domain.cloud.CloudException;
import io.mercato.domain.cloud.CloudOperation;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.Orphan;
import io.mercato.domain.error.ErrorKind;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the cloud has is compared with what the platform believes. */
@DeployerTest
class DeployerReconcileTest {
    private static int subscriptions = 700;

    @Autowired
    private Deployments deployments;

    @Autowired
    private FakeCloud cloud;

    @Autowired
    private FakeMachine machine;

    @Autowired
    private EventLog events;

    @Autowired
    private ProducerTemplate template;

    private final int subscription = ++subscriptions;

    @BeforeEach
    void anAccountAndAnEmptyCloud() {
        cloud.reset();
        machine.answerWith(200);
        deployments.useAccount(Map.of());
        reconcile();
        cloud.reset();
    }

    @Test
    void it_reports_what_nobody_needs_and_nothing_else() {
        deployments.send(deployments.application(subscription, 5));
        awaitState(DEPLOYED);
        cloud.addStray("stray", 9_999);

        reconcile();

        assertThat(orphans()).extracting(Orphan::resourceId).containsExactly("stray");
    }

    @Test
    void what_is_cleared_away_is_no_longer_reported() {
        cloud.addStray("stray", 9_999);
        reconcile();

        cloud.lose(9_999);
        reconcile();

        assertThat(orphans()).isEmpty();
    }

    @Test
    void it_notices_a_machine_that_is_gone() {
        deployments.send(deployments.bare(subscription));
        awaitState(DEPLOYED);
        cloud.lose(subscription);

        reconcile();

        awaitState(FAILED);
        awaitEvent("Failed", "\"operation\":\"RUN\"", "gone");
    }

    @Test
    void a_cloud_that_does_not_answer_is_compared_another_time() {
        deployments.send(deployments.bare(subscription));
        awaitState(DEPLOYED);
        cloud.addStray("stray", 9_999);
        cloud.failBefore(
                CloudOperation.LIST_OWNED_RESOURCES,
                new CloudException(ErrorKind.RETRYABLE, "cloud-unavailable", "The cloud is busy", null));

        reconcile();

        assertThat(cloud.calls(CloudOperation.LIST_OWNED_RESOURCES)).isOne();
        assertThat(orphans()).isEmpty();
    }

    private void reconcile() {
        template.sendBody("direct:deployer-reconcile-accounts", null);
    }

    @SuppressWarnings("unchecked")
    private List<Orphan> orphans() {
        return template.requestBody("direct:deployer-list-orphans", null, List.class);
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
