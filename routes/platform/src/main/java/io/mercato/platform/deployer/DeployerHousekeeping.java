package io.mercato.platform.deployer;

import io.mercato.processors.deployer.DeployerProperties;
import io.mercato.processors.messaging.Inbox;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Forgets what is no longer needed. */
@Component
public class DeployerHousekeeping extends RouteBuilder {
    private final Inbox inbox;
    private final DeployerProperties properties;

    public DeployerHousekeeping(Inbox deployerInbox, DeployerProperties properties) {
        this.inbox = deployerInbox;
        this.properties = properties;
    }

    @Override
    public void configure() {
        // spotless:off
        // In:    the clock
        // Out:   the ids of messages that no broker redelivers any more are forgotten
        // Fails: logged; the next run tries again
        from("timer:deployer-forget-messages?period={{mercato.deployer.inbox-cleanup-period:1h}}")
            .routeId("deployer-forget-messages").routeConfigurationId("clock")
            .process(exchange -> inbox.forget(properties.inboxRetention()));
        // spotless:on
    }
}
