package io.mercato.platform.cmw.order;

import io.mercato.processors.cmw.CmwProperties;
import io.mercato.processors.cmw.order.IdempotencyStore;
import io.mercato.processors.messaging.Inbox;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Forgets what is no longer needed. */
@Component
public class OrderHousekeeping extends RouteBuilder {
    private final IdempotencyStore keys;
    private final Inbox inbox;
    private final CmwProperties properties;

    public OrderHousekeeping(
            IdempotencyStore keys, @Qualifier("cmwInbox") Inbox inbox, CmwProperties properties) {
        this.keys = keys;
        this.inbox = inbox;
        this.properties = properties;
    }

    @Override
    public void configure() {
        // spotless:off
        // In:  the clock
        // Out: idempotency keys, and the ids of messages that no broker redelivers any more, are forgotten
        // Fails: logged; the next run tries again
        from("timer:cmw-forget-keys?period={{mercato.cmw.cleanup-period:1h}}").routeId("cmw-forget-keys")
            .routeConfigurationId("clock")
            .process(exchange -> keys.forget(properties.idempotencyRetention()))
            .process(exchange -> inbox.forget(properties.inboxRetention()));
        // spotless:on
    }
}
