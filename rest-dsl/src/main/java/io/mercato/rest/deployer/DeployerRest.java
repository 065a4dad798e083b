package io.mercato.rest.deployer;

import io.mercato.domain.cloud.CloudAnswer.Verdict;
import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.Orphan;
import io.mercato.rest.Operation;
import io.mercato.rest.RestModule;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /deployment}. */
@Component
public class DeployerRest extends RestModule {

    @Override
    public String module() {
        return "deployer";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                read(
                                "deployer-list-deployments",
                                "/deployment",
                                "Deployments, the newest first; by subscriptionId, credentialId, state")
                        .answersMany(DeploymentBody.class, Deployment.class, DeploymentBody::of),
                read("deployer-find-deployment", "/deployment/{id}", "The deployment of a subscription")
                        .answers(DeploymentBody.class, Deployment.class, DeploymentBody::of),
                read("deployer-list-history", "/deployment/{id}/history", "What became of it, the oldest first")
                        .answersMany(HistoryEntryBody.class, HistoryEntry.class, HistoryEntryBody::of),
                read("deployer-list-orphans", "/deployment/orphan", "What lies in the clouds and nobody needs")
                        .answersMany(OrphanBody.class, Orphan.class, OrphanBody::of),
                Operation.of(
                                "deployer-verify-account",
                                "POST",
                                "/deployment/account/{id}/verify",
                                "direct:deployer-verify-account",
                                "Tests whether a cloud takes an account in")
                        .allowed(Operation.OPERATORS)
                        .answers(VerdictBody.class, Verdict.class, VerdictBody::of));
    }

    private static Operation<Void, Void> read(String id, String path, String summary) {
        return Operation.of(id, "GET", path, "direct:" + id, summary).allowed(Operation.OPERATORS);
    }
}
