package io.mercato.processors.deployer;

import static io.mercato.domain.deployer.DeploymentEventKind.ALL_RELEASED;
import static io.mercato.domain.deployer.DeploymentEventKind.LEFTOVERS_FOUND;
import static io.mercato.domain.deployer.DeploymentEventKind.SERVER_DELETE_ACCEPTED;
import static io.mercato.domain.deployer.DeploymentEventKind.VOLUME_DELETE_ACCEPTED;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudAnswer.Server;
import io.mercato.domain.cloud.CloudAnswer.Volume;
import io.mercato.domain.cloud.CloudRequest.DeleteServer;
import io.mercato.domain.cloud.CloudRequest.DeleteVolume;
import io.mercato.domain.cloud.CloudRequest.ListOwnedResources;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentResources;
import io.mercato.domain.deployer.StepResult;
import io.mercato.domain.deployer.StepResult.Done;
import io.mercato.domain.deployer.StepResult.Failure;
import io.mercato.domain.deployer.StepResult.NotYet;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Says to a cloud, and understands from it, what is given back. */
@Component
public class ReleaseTranslator {
    private final Owners owners;

    public ReleaseTranslator(Owners owners) {
        this.owners = owners;
    }

    public ListOwnedResources leftovers(@Variable("account") CloudAccount account) {
        return new ListOwnedResources(account, owners.platform());
    }

    /** A call whose answer was lost may have made something that the deployment does not know of. */
    public StepResult found(@Variable("deployment") Deployment deployment, @Body List<OwnedResource> owned) {
        DeploymentResources resources = deployment.resources();
        for (OwnedResource one : owned) {
            if (one.subscription() == deployment.subscriptionId()) {
                resources = withFound(resources, one);
            }
        }
        return new Done(LEFTOVERS_FOUND, resources);
    }

    private static DeploymentResources withFound(DeploymentResources resources, OwnedResource one) {
        return switch (one.kind()) {
            case SERVER -> resources.has(CloudThing.SERVER) ? resources : resources.with(CloudThing.SERVER, one.id());
            case VOLUME -> resources.has(CloudThing.VOLUME) ? resources : resources.with(CloudThing.VOLUME, one.id());
            case KEY, FIREWALL, NETWORK -> resources;
        };
    }

    public DeleteServer deleteServer(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new DeleteServer(account, owners.of(deployment), owners.serverIdOrName(deployment));
    }

    public StepResult serverDeleted(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case GONE -> serverGone(deployment);
            case FAILED -> failed("The machine cannot be deleted", server.fault());
            case BUILDING, RUNNING, STOPPED, CHANGING -> new Done(SERVER_DELETE_ACCEPTED, deployment.resources());
        };
    }

    public StepResult serverAwaited(@Variable("deployment") Deployment deployment, @Body Server server) {
        return switch (server.status()) {
            case GONE -> serverGone(deployment);
            case FAILED -> failed("The machine cannot be deleted", server.fault());
            case BUILDING, RUNNING, STOPPED, CHANGING -> new NotYet();
        };
    }

    public DeleteVolume deleteVolume(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new DeleteVolume(account, deployment.resources().idOrEmpty(CloudThing.VOLUME));
    }

    public StepResult volumeDeleted(@Variable("deployment") Deployment deployment, @Body Volume volume) {
        return switch (volume.status()) {
            case GONE -> volumeGone(deployment);
            case FAILED -> failed("The data disk cannot be deleted", null);
            case CREATING, AVAILABLE, ATTACHED, CHANGING -> new Done(VOLUME_DELETE_ACCEPTED, deployment.resources());
        };
    }

    public StepResult volumeAwaited(@Variable("deployment") Deployment deployment, @Body Volume volume) {
        return switch (volume.status()) {
            case GONE -> volumeGone(deployment);
            case FAILED -> failed("The data disk cannot be deleted", null);
            case CREATING, AVAILABLE, ATTACHED, CHANGING -> new NotYet();
        };
    }

    private static StepResult serverGone(Deployment deployment) {
        return new Done(deployment.whenServerIsGone(), deployment.resources().withoutServer());
    }

    private static StepResult volumeGone(Deployment deployment) {
        return new Done(ALL_RELEASED, deployment.resources().without(CloudThing.VOLUME));
    }

    private static Failure failed(String what, String fault) {
        return new Failure(fault == null ? what : what + ": " + fault, true);
    }
}
