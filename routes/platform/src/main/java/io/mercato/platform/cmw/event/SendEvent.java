package io.mercato.platform.cmw.event;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.event.DeliveryStore;
import io.mercato.processors.cmw.event.EventSending;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Posts one event to one endpoint, and settles what came of it. */
@Component
public class SendEvent extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  a claimed delivery
        // Out: posted outside of any transaction, then settled; a wake-up, since the entity's next event may be due now
        // Fails: what the endpoint does is an outcome; what the platform fails at is logged, and the delivery is
        //        claimed again when its lease ends: an endpoint is told at least once
        from("seda:cmw-event-deliveries?size={{mercato.cmw.events.workers:8}}&concurrentConsumers={{mercato.cmw.events.workers:8}}")
            .routeId("cmw-send-event").routeConfigurationId("clock")
            .setVariable(EventSending.DELIVERY, body())
            .doTry()
                .to("direct:cmw-post-event")
                .setVariable("outcome", method(EventSending.class, "answered"))
            .doCatch(Exception.class)
                .setVariable("outcome", method(EventSending.class, "failed"))
            .end()
            .to("direct:cmw-settle-event")
            .to("seda:cmw-due-events?size=1&discardWhenFull=true");

        // In:  variable delivery; Out: the endpoint's status and headers; Fails: no answer in time
        from("direct:cmw-post-event").routeId("cmw-post-event").errorHandler(noErrorHandler())
            .bean(EventSending.class, "prepare")
            .to("http:vendor-endpoint?throwExceptionOnFailure=false&ignoreResponseBody=true&followRedirects=false"
                + "&clientConnectionManager=#eventConnections&httpClientConfigurer=#eventClientConfigurer");

        // In:  variables delivery and outcome; Out: the delivery's row; Fails: nothing is settled
        from("direct:cmw-settle-event").routeId("cmw-settle-event").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeliveryStore.class, "settle(${variable.delivery}, ${variable.outcome})");
        // spotless:on
    }
}
