package io.mercato.platform.deployer;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deployer.CloudAccounts;
import io.mercato.processors.deployer.Reconciliation;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Compares, by the clock, what the clouds have with what the platform believes. */
@Component
public class DeployerReconcile extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    the clock
        // Out:   orphans are remembered and reported, machines that are not listed are looked for
        // Fails: logged; an account that does not answer does not keep the others from being compared
        from("timer:deployer-reconcile?period={{mercato.deployer.reconcile-period:5m}}"
                + "&delay={{mercato.deployer.reconcile-delay:30s}}")
            .routeId("deployer-reconcile").routeConfigurationId("clock")
            .to("direct:deployer-reconcile-accounts");

        // In:    nothing
        // Out:   every account is compared with its cloud, and orphans are reported
        // Fails: an account that cannot be compared is logged, the others go on
        from("direct:deployer-reconcile-accounts").routeId("deployer-reconcile-accounts").errorHandler(noErrorHandler())
            .bean(Reconciliation.class, "accounts")
            .split(body())
                .doTry()
                    .to("direct:deployer-reconcile-account")
                .doCatch(Exception.class)
                    .bean(StepFailures.class, "failure")
                    .log("Cannot compare account ${variable.credentialId}: ${body.error}")
                .end()
            .end()
            .to("direct:deployer-report-orphans");

        // In:    body CloudAccountChanged
        // Out:   list of what the cloud holds, compared
        // Fails: CloudException
        from("direct:deployer-reconcile-account").routeId("deployer-reconcile-account").errorHandler(noErrorHandler())
            .setVariable("credentialId", simple("${body.credentialId}"))
            .setVariable("connector", simple("${body.connector}"))
            .setVariable("account", method(CloudAccounts.class, "open"))
            .setVariable("before", method(Reconciliation.class, "before"))
            .bean(Reconciliation.class, "request")
            .toD("direct:cloud-${variable.connector}-list-owned-resources?block=false")
            .to("direct:deployer-compare-resources");

        // In:    body what the cloud holds, variables before and credentialId
        // Out:   what belongs to nobody is remembered, machines that are missed are checked
        // Fails: nothing is written
        from("direct:deployer-compare-resources").routeId("deployer-compare-resources").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(Reconciliation.class, "compare");

        // In:    nothing
        // Out:   orphans that stayed beyond the grace are reported once
        // Fails: nothing is written
        from("direct:deployer-report-orphans").routeId("deployer-report-orphans").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(Reconciliation.class, "report");
        // spotless:on
    }
}
