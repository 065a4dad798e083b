package io.mercato.platform.deployer;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deployer.CloudAccountStore;
import io.mercato.processors.messaging.Inbox;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The deployer's copy of the cloud accounts. */
@Component
public class DeployerAccounts extends RouteBuilder {
    private final Inbox inbox;

    public DeployerAccounts(Inbox deployerInbox) {
        this.inbox = deployerInbox;
    }

    @Override
    public void configure() {
        // spotless:off
        // In:    deployer.accounts: CloudAccountChanged, grouped by credential
        // Out:   the account as it is to be, its secret still encrypted
        // Fails: rolled back and redelivered by the broker, then deployer.accounts.dead
        from("jms:queue:{{queue.deployer.accounts}}").routeId("deployer-save-account").routeConfigurationId("transacted")
            .bean(DeployerMessageReader.class)
            .to("direct:deployer-apply-account");

        // In:    body CloudAccountChanged, variable messageId
        // Out:   the account is stored, once
        // Fails: nothing is written
        from("direct:deployer-apply-account").routeId("deployer-apply-account").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .filter(method(inbox, "isNew(${variable.messageId})"))
                .bean(CloudAccountStore.class, "save")
            .end();
        // spotless:on
    }
}
