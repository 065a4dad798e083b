package io.mercato.domain.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.ResourceKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcilerTest {
    private static final OwnedResource SERVER = new OwnedResource(ResourceKind.SERVER, "s", 42, Instant.EPOCH);
    private static final OwnedResource VOLUME = new OwnedResource(ResourceKind.VOLUME, "v", 42, Instant.EPOCH);
    private static final OwnedResource KEY = new OwnedResource(ResourceKind.KEY, "k", 42, Instant.EPOCH);
    private static final DeploymentResources BOTH =
            DeploymentResources.NONE.withServer("s").with(CloudThing.VOLUME, "v");

    @ParameterizedTest
    @CsvSource({
        "CREATING, false, ''",
        "DEPLOYED, false, ''",
        "STOPPED, false, ''",
        "RELEASING, false, ''",
        "FAILED, true, ''",
        "FAILED, false, s v k",
        "UNDEPLOYED, false, s k"
    })
    void what_a_deployment_needs_depends_on_where_it_is(DeploymentState state, boolean kept, String unneeded) {
        List<Deployment> deployments =
                List.of(DeploymentDecisionsTest.at(state, null).having(BOTH).failing(null, kept));

        assertThat(Reconciler.unneeded(List.of(SERVER, VOLUME, KEY), deployments, deployments))
                .extracting(OwnedResource::id)
                .isEqualTo(unneeded.isEmpty() ? List.of() : List.of(unneeded.split(" ")));
    }

    @Test
    void a_second_machine_of_a_deployment_is_not_needed() {
        List<Deployment> deployments = List.of(
                DeploymentDecisionsTest.at(DeploymentState.DEPLOYED, null).having(BOTH));
        OwnedResource second = new OwnedResource(ResourceKind.SERVER, "s2", 42, Instant.EPOCH);

        assertThat(Reconciler.unneeded(List.of(SERVER, second), deployments, deployments))
                .containsExactly(second);
    }

    @Test
    void what_came_or_went_while_the_cloud_was_asked_does_not_count() {
        List<Deployment> deployed = List.of(
                DeploymentDecisionsTest.at(DeploymentState.DEPLOYED, null).having(BOTH));

        assertThat(Reconciler.unneeded(List.of(SERVER), List.of(), deployed)).isEmpty();
        assertThat(Reconciler.unneeded(List.of(SERVER), deployed, List.of())).isEmpty();
        assertThat(Reconciler.missing(List.of(), List.of(), deployed)).isEmpty();
        assertThat(Reconciler.missing(List.of(), deployed, List.of())).isEmpty();
    }

    @Test
    void a_machine_that_should_run_and_is_not_listed_is_missing() {
        Deployment deployed =
                DeploymentDecisionsTest.at(DeploymentState.DEPLOYED, null).having(BOTH);
        List<Deployment> deployments = List.of(deployed);

        assertThat(Reconciler.missing(List.of(VOLUME), deployments, deployments))
                .containsExactly(deployed);
        assertThat(Reconciler.missing(List.of(SERVER), deployments, deployments))
                .isEmpty();
    }

    @Test
    void a_shared_network_is_nobodys() {
        OwnedResource network = new OwnedResource(ResourceKind.NETWORK, "n", 0, Instant.EPOCH);

        assertThat(Reconciler.unneeded(List.of(network), List.of(), List.of())).isEmpty();
    }
}
