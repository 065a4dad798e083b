package io.mercato.processors.deployer;

import io.mercato.domain.cloud.CloudAccount;
import io.mercato.domain.cloud.CloudAnswer.OwnedResource;
import io.mercato.domain.cloud.CloudRequest.ListOwnedResources;
import io.mercato.domain.deployer.CheckMachine;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.Orphan;
import io.mercato.domain.deployer.Reconciler;
import io.mercato.domain.deployer.message.CloudAccountChanged;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.messaging.Outbox;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares what a cloud has with what the platform believes. */
@Component
public class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final CloudAccounts accounts;
    private final DeploymentStore deployments;
    private final OrphanStore orphans;
    private final Outbox outbox;
    private final DeployerProperties properties;

    public Reconciliation(
            CloudAccounts accounts,
            DeploymentStore deployments,
            OrphanStore orphans,
            Outbox deployerOutbox,
            DeployerProperties properties) {
        this.accounts = accounts;
        this.deployments = deployments;
        this.orphans = orphans;
        this.outbox = deployerOutbox;
        this.properties = properties;
    }

    public List<CloudAccountChanged> accounts() {
        return accounts.all();
    }

    public ListOwnedResources request(@Variable("account") CloudAccount account) {
        return new ListOwnedResources(account, properties.platformName());
    }

    /**
     * Within a transaction: remembers what nobody needs, and has the machines looked for that the list lacks.
     *
     * @param before the deployments as they were before the cloud was asked: what came into being since is no orphan
     */
    public void compare(
            @Variable("credentialId") int credentialId,
            @Variable("before") List<Deployment> before,
            @Body List<OwnedResource> owned) {
        List<Deployment> after = deployments.ofCredential(credentialId);
        orphans.replace(credentialId, Reconciler.unneeded(owned, before, after));
        for (Deployment missing : Reconciler.missing(owned, before, after)) {
            LOG.warn("The cloud does not list the machine of subscription {}", missing.subscriptionId());
            outbox.append(OutgoingMessage.now(
                    DeploymentMessages.COMMANDS,
                    CheckMachine.class.getSimpleName(),
                    DeploymentMessages.aggregate(missing.subscriptionId()),
                    new CheckMachine(missing.subscriptionId())));
        }
    }

    public List<Deployment> before(@Variable("credentialId") int credentialId) {
        return deployments.ofCredential(credentialId);
    }

    /** Within a transaction: says of each orphan once that it is there. */
    public void report() {
        for (Orphan orphan : orphans.report(properties.orphanGrace())) {
            LOG.warn(
                    "Nobody needs {} {} of subscription {}, found by account {}",
                    orphan.kind(),
                    orphan.resourceId(),
                    orphan.subscription(),
                    orphan.credentialId());
        }
    }
}
