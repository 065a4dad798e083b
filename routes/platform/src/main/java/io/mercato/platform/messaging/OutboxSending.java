package io.mercato.platform.messaging;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The sends of the outbox's relay. */
@Component
public class OutboxSending extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variable rows
        // Out: all of them in one broker transaction
        // Fails: when the broker refuses one that it has already, they are sent one by one
        from("direct:outbox-send").routeId("outbox-send").errorHandler(noErrorHandler())
            .doTry()
                .to("direct:outbox-send-batch")
            .doCatch(Exception.class)
                .choice()
                    .when(method(DuplicateSend.class, "isDuplicate"))
                        .split(variable("rows")).stopOnException().to("direct:outbox-send-single").endChoice()
                    .otherwise().bean(DuplicateSend.class, "rethrow")
                .end()
            .end();

        // In:  variable rows; Out: all of them, in one broker transaction; Fails: none of them is sent
        from("direct:outbox-send-batch").routeId("outbox-send-batch").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.BROKER)
            .split(variable("rows")).shareUnitOfWork().stopOnException()
                .to("direct:outbox-send-row")
            .end();

        // In:  body a row; Out: that row, in a broker transaction of its own; one that the broker has already is done
        from("direct:outbox-send-single").routeId("outbox-send-single").errorHandler(noErrorHandler())
            .setVariable("row", body())
            .doTry()
                .to("direct:outbox-send-alone")
            .doCatch(Exception.class)
                .choice()
                    .when(method(DuplicateSend.class, "isDuplicate"))
                        .log("Already sent: ${variable.row.type} of ${variable.row.aggregate}, ${variable.row.messageId}")
                    .otherwise().bean(DuplicateSend.class, "rethrow")
                .end()
            .end();

        // In:  body a row; Out: that row, in a broker transaction of its own; Fails: it is not sent
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
