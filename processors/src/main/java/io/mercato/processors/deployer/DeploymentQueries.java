package io.mercato.processors.deployer;

import io.mercato.domain.deployer.Deployment;
import io.mercato.domain.deployer.HistoryEntry;
import io.mercato.domain.deployer.Orphan;
import io.mercato.domain.error.Errors;
import io.mercato.domain.paging.Filter;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** What can be looked up about deployments. */
@Component
public class DeploymentQueries {
    private final DeploymentStore deployments;
    private final DeploymentHistoryStore history;
    private final OrphanStore orphans;

    public DeploymentQueries(DeploymentStore deployments, DeploymentHistoryStore history, OrphanStore orphans) {
        this.deployments = deployments;
        this.history = history;
        this.orphans = orphans;
    }

    /** Query: {@code subscriptionId}, {@code credentialId}, {@code state}. */
    public Page<Deployment> page(@Variable("filter") Filter filter, @Variable("page") PageRequest page) {
        return deployments.page(filter, page);
    }

    /** @throws io.mercato.domain.error.MercatoException NOT_FOUND */
    public Deployment find(@Variable("id") int subscriptionId) {
        return deployments
                .find(subscriptionId)
                .orElseThrow(() -> Errors.notFound("deployment of subscription", subscriptionId));
    }

    /** @throws io.mercato.domain.error.MercatoException NOT_FOUND */
    public List<HistoryEntry> history(@Variable("id") int subscriptionId) {
        find(subscriptionId);
        return history.ofSubscription(subscriptionId);
    }

    public List<Orphan> orphans() {
        return orphans.reported();
    }
}
