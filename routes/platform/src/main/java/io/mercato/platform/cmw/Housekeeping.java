package io.mercato.platform.cmw;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.order.IdempotencyStore;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Forgets what the core need not remember any more. */
@Component
public class Housekeeping extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  the clock; Out: old keys of requests and ids of messages are forgotten
        // Fails: logged; tried again at the next tick
        from("timer:cmw-forget?period=1h").routeId("cmw-clock-forget").routeConfigurationId("clock")
            .to("direct:cmw-forget");

        // In:  nothing; Out: ids of messages and keys of requests that are old are gone; Fails: rolled back
        from("direct:cmw-forget").routeId("cmw-forget").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean("cmwInbox", "forget({{mercato.cmw.inbox-retention}})")
            .bean(IdempotencyStore.class, "forget({{mercato.cmw.idempotency-retention}})");
        // spotless:on
    }
}
