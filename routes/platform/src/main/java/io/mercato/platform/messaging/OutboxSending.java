package io.mercato.platform.messaging;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The sends of the outbox's relay. */
@Component
public class OutboxSending extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variable rows; Out: all of them, in one broker transaction; Fails: none of them is sent
        from("direct:outbox-send-batch").routeId("outbox-send-batch").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.BROKER)
            .split(variable("rows")).shareUnitOfWork().stopOnException()
                .to("direct:outbox-send-row")
            .end();

        // In:  body a row; Out: that row, in a broker transaction of its own; one that the broker has already is done
        from("direct:outbox-send-single").routeId("outbox-send-single").errorHandler(noErrorHandler())
            .doTry()
                .to("direct:outbox-send-alone")
            .doCatch(Exception.class).onWhen(method(DuplicateSend.class, "isDuplicate"))
                .log("Already sent: ${body.type} of ${body.aggregate}, ${body.messageId}")
            .end();

        from("direct:outbox-send-alone").routeId("outbox-send-alone").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.BROKER)
            .to("direct:outbox-send-row");

        // In:  body a row; Out: its payload as JSON text, with the platform's headers
        from("direct:outbox-send-row").routeId("outbox-send-row").errorHandler(noErrorHandler())
            .bean(OutboxTranslator.class)
            .toD("jms:${variable.destination}?deliveryPersistent=true&disableReplyTo=true", 64);
        // spotless:on
    }
}
