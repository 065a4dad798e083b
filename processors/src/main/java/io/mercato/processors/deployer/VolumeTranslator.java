package io.mercato.processors.deployer;

import static io.mercato.domain.deployer.DeploymentEventKind.ATTACH_ACCEPTED;
import static io.mercato.domain.deployer.DeploymentEventKind.VOLUME_ACCEPTED;
import static io.mercato.domain.deployer.DeploymentEventKind.VOLUME_ATTACHED;
import static io.mercato.domain.deployer.DeploymentEventKind.VOLUME_AVAILABLE;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Volume;
import io.mercato.domain.cloud.CloudRequest.AttachVolume;
import io.mercato.domain.cloud.CloudRequest.CreateVolume;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentResources;
import io.mercato.domain.deployer.StepResult;
import io.mercato.domain.deployer.StepResult.Done;
import io.mercato.domain.deployer.StepResult.Failure;
import io.mercato.domain.deployer.StepResult.NotYet;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Says to a cloud, and understands from it, what concerns the data disk. */
@Component
public class VolumeTranslator {
    private final Owners owners;

    public VolumeTranslator(Owners owners) {
        this.owners = owners;
    }

    public CreateVolume create(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new CreateVolume(
                account, owners.of(deployment), deployment.spec().dataDiskGigabytes());
    }

    public StepResult created(@Variable("deployment") Deployment deployment, @Body Volume volume) {
        DeploymentResources resources = deployment.resources().with(CloudThing.VOLUME, volume.id());
        return switch (volume.status()) {
            case AVAILABLE, ATTACHED -> new Done(VOLUME_AVAILABLE, resources);
            case CREATING, CHANGING -> new Done(VOLUME_ACCEPTED, resources);
            case FAILED, GONE -> failed();
        };
    }

    public StepResult awaited(@Variable("deployment") Deployment deployment, @Body Volume volume) {
        return switch (volume.status()) {
            case AVAILABLE, ATTACHED ->
                new Done(VOLUME_AVAILABLE, deployment.resources().with(CloudThing.VOLUME, volume.id()));
            case CREATING, CHANGING -> new NotYet();
            case FAILED, GONE -> failed();
        };
    }

    public AttachVolume attach(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new AttachVolume(
                account,
                owners.serverIdOrName(deployment),
                deployment.resources().idOrEmpty(CloudThing.VOLUME));
    }

    public StepResult attaching(@Variable("deployment") Deployment deployment, @Body Volume volume) {
        return switch (volume.status()) {
            case ATTACHED -> new Done(VOLUME_ATTACHED, deployment.resources());
            case CREATING, AVAILABLE, CHANGING -> new Done(ATTACH_ACCEPTED, deployment.resources());
            case FAILED, GONE -> failed();
        };
    }

    public StepResult attached(@Variable("deployment") Deployment deployment, @Body Volume volume) {
        return switch (volume.status()) {
            case ATTACHED -> new Done(VOLUME_ATTACHED, deployment.resources());
            case CREATING, AVAILABLE, CHANGING -> new NotYet();
            case FAILED, GONE -> failed();
        };
    }

    private static Failure failed() {
        return new Failure("The data disk failed in the cloud", false);
    }
}
