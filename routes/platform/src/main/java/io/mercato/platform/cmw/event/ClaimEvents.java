package io.mercato.platform.cmw.event;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.cmw.event.DeliveryStore;
import io.mercato.processors.cmw.event.EventSignal;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Finds the deliveries that are due, and hands them to the workers. */
@Component
public class ClaimEvents extends RouteBuilder {
    private static final String WAKE = "seda:cmw-due-events?size=1&discardWhenFull=true";

    private final EventSignal signal;

    public ClaimEvents(EventSignal signal) {
        this.signal = signal;
    }

    @Override
    public void configure() {
        // spotless:off
        // In:  a wake-up: after a commit of this process, after a delivery, by the clock
        // Out: each claimed delivery to the workers; waits while all of them are busy
        // Fails: logged; what was claimed is claimed again when its lease ends
        from("seda:cmw-due-events?size=1").routeId("cmw-claim-events").routeConfigurationId("clock")
            .to("direct:cmw-claim-deliveries")
            .split(body())
                .to("seda:cmw-event-deliveries?size={{mercato.cmw.events.workers:8}}&blockWhenFull=true")
            .end();

        // In:  nothing; Out: body the claimed deliveries, oldest first; Fails: none is claimed
        from("direct:cmw-claim-deliveries").routeId("cmw-claim-deliveries").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeliveryStore.class, "claim");

        // In:  the clock; Out: a wake-up, for what other processes left and for what is to be tried again
        // Fails: logged, and tried at the next tick
        from("timer:cmw-due-events?period={{mercato.cmw.events.period:1s}}")
            .routeId("cmw-clock-events").routeConfigurationId("clock")
            .to("seda:cmw-due-events?size=1&discardWhenFull=true");

        // In:  the clock; Out: deliveries that were made long ago are forgotten; Fails: logged, tried at the next tick
        from("timer:cmw-forget-events?period=1h").routeId("cmw-forget-events").routeConfigurationId("clock")
            .to("direct:cmw-forget-deliveries");

        // In:  nothing; Out: deliveries that were made long ago are gone; Fails: rolled back
        from("direct:cmw-forget-deliveries").routeId("cmw-forget-deliveries").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(DeliveryStore.class, "forget");
        // spotless:on
        ProducerTemplate template = getContext().createProducerTemplate();
        signal.onWake(() -> template.sendBody(WAKE, null));
    }
}
