package io.mercato.processors.deployer;

import static io.mercato.domain.deployer.DeploymentEventKind.FIREWALL_READY;
import static io.mercato.domain.deployer.DeploymentEventKind.KEY_READY;
import static io.mercato.domain.deployer.DeploymentEventKind.NETWORK_READY;
import static io.mercato.domain.deployer.DeploymentEventKind.PREREQUISITES_MET;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.Ensured;
import io.mercato.domain.cloud.CloudAnswer.Prerequisites;
import io.mercato.domain.cloud.CloudRequest.CheckPrerequisites;
import io.mercato.domain.cloud.CloudRequest.EnsureFirewall;
import io.mercato.domain.cloud.CloudRequest.EnsureKey;
import io.mercato.domain.cloud.CloudRequest.EnsureNetwork;
import io.mercato.domain.deployer.CloudThing;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.DeploymentSpec;
import io.mercato.domain.deployer.StepResult;
import io.mercato.domain.deployer.StepResult.Done;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Says to a cloud, and understands from it, what a machine needs before it can be created. */
@Component
public class PrepareTranslator {
    private final Owners owners;

    public PrepareTranslator(Owners owners) {
        this.owners = owners;
    }

    public CheckPrerequisites prerequisites(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        DeploymentSpec spec = deployment.spec();
        return new CheckPrerequisites(
                account, owners.of(deployment), spec.flavor(), spec.image(), spec.dataDiskGigabytes());
    }

    /** For a resize: the new flavor, and no disk in addition. */
    public CheckPrerequisites flavor(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        DeploymentSpec wanted = deployment.spec().resized();
        return new CheckPrerequisites(account, owners.of(deployment), wanted.flavor(), wanted.image(), 0);
    }

    public StepResult met(@Variable("deployment") Deployment deployment, @Body Prerequisites answer) {
        return new Done(
                PREREQUISITES_MET,
                deployment
                        .resources()
                        .with(CloudThing.FLAVOR, answer.flavorId())
                        .with(CloudThing.IMAGE, answer.imageId()));
    }

    public EnsureNetwork network(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new EnsureNetwork(account, owners.of(deployment));
    }

    public StepResult networkReady(@Variable("deployment") Deployment deployment, @Body Ensured answer) {
        return new Done(NETWORK_READY, deployment.resources().with(CloudThing.NETWORK, answer.id()));
    }

    public EnsureKey key(@Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new EnsureKey(account, owners.of(deployment), deployment.spec().publicKey());
    }

    public StepResult keyReady(@Variable("deployment") Deployment deployment, @Body Ensured answer) {
        return new Done(KEY_READY, deployment.resources().with(CloudThing.KEY, answer.id()));
    }

    public EnsureFirewall firewall(
            @Variable("account") CloudAccount account, @Variable("deployment") Deployment deployment) {
        return new EnsureFirewall(
                account, owners.of(deployment), deployment.spec().firewallWith(CloudAccounts.sshPort(account)));
    }

    public StepResult firewallReady(@Variable("deployment") Deployment deployment, @Body Ensured answer) {
        return new Done(FIREWALL_READY, deployment.resources().with(CloudThing.FIREWALL, answer.id()));
    }
}
