package io.mercato.rest.deployer;

import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.CurrentStep;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentState;
import io.mercato.domain.deployer.Step;
import io.mercato.rest.UrlEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A machine, or the way to one; without key and password.
 *
 * @param id the subscription's
 * @param step what it is at; null when nothing is to be done
 * @param resources the cloud's ids of what it has there
 * @param kept whether what a failure left behind is kept on purpose
 */
record DeploymentBody(
        int id,
        String self,
        UrlEntity subscription,
        UrlEntity cloudProvider,
        UrlEntity cloudCredential,
        String name,
        DeploymentState state,
        StepBody step,
        String instanceType,
        String image,
        Map<CloudThing, String> resources,
        List<String> addresses,
        int builds,
        String failure,
        boolean keepCustomerDataDisk,
        boolean kept) {

    /** @param due when it is run next @param deadline when it counts as failed */
    record StepBody(Step name, int attempt, int attemptsLeft, Instant due, Instant deadline) {}

    static DeploymentBody of(Deployment deployment) {
        return new DeploymentBody(
                deployment.subscriptionId(),
                "deployment/" + deployment.subscriptionId(),
                UrlEntity.of("subscription", deployment.subscriptionId()),
                UrlEntity.of("cloudProvider", deployment.spec().providerId()),
                UrlEntity.of("cloudCredential", deployment.spec().credentialId()),
                deployment.spec().name(),
                deployment.state(),
                step(deployment.current()),
                deployment.spec().flavor(),
                deployment.spec().image(),
                deployment.resources().ids(),
                deployment.resources().addresses(),
                deployment.resources().builds(),
                deployment.failure(),
                deployment.keepDisk(),
                deployment.kept());
    }

    private static StepBody step(CurrentStep current) {
        return current == null
                ? null
                : new StepBody(
                        current.step(), current.attempt(), current.attemptsLeft(), current.due(), current.deadline());
    }
}
