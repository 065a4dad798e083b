package io.mercato.platform.deadletter;

import io.mercato.platform.messaging.DuplicateSend;
import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.deadletter.FailureStore;
import io.mercato.processors.deadletter.RedrivenStore;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Puts redriven letters back into their queues, as the relay of an outbox does. */
@Component
public class SendRedriven extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:    a wake-up after a commit of this process
        // Out:   every redriven letter in its queue, in the order of their deaths; a crash between the two commits sends
        //        them again, and the broker knows their ids
        // Fails: logged, and sent at the next wake-up
        from("seda:deadletter-send?size=1").routeId("deadletter-send-letters").routeConfigurationId("clock")
            .to("direct:deadletter-send-claimed");

        // In: the clock, for what other processes left; Out: as above; Fails: logged
        from("timer:deadletter-send?period={{mercato.outbox.period}}")
            .routeId("deadletter-clock-send").routeConfigurationId("clock")
            .to("seda:deadletter-send?size=1&discardWhenFull=true");

        // In: nothing; Out: what is redriven and not sent, held in a transaction, sent one by one; Fails: to the caller
        from("direct:deadletter-send-claimed").routeId("deadletter-send-claimed").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("letters", method(RedrivenStore.class, "claim"))
            .filter(simple("${variable.letters.size} > 0"))
                .split(variable("letters")).to("direct:deadletter-send-letter").end()
            .end();

        // In:    body Redriven
        // Out:   it is in its queue, and what it said is no longer kept here
        // Fails: logged; it is tried again at the next wake-up and does not hold the others up
        from("direct:deadletter-send-letter").routeId("deadletter-send-letter").errorHandler(noErrorHandler())
            .setVariable("letter", body())
            .setVariable("sent", constant(true))
            .doTry()
                .to("direct:deadletter-send-alone")
            .doCatch(Exception.class)
                .setVariable("sent", method(DuplicateSend.class, "isDuplicate"))
                .log("Dead letter ${variable.letter.id}: ${exception.message}")
            .end()
            .filter(variable("sent"))
                .bean(RedrivenStore.class, "sent(${variable.letter})")
            .end();

        // In: body Redriven; Out: the message that it was, in a broker transaction; Fails: as the broker does
        from("direct:deadletter-send-alone").routeId("deadletter-send-alone").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.BROKER)
            .bean(RedrivenTranslator.class)
            .toD("jms:${variable.destination}?deliveryPersistent=true&disableReplyTo=true", 64);

        // In: the clock; Out: failures that are of no use any more are forgotten; Fails: logged
        from("timer:deadletter-forget?period=1h").routeId("deadletter-clock-forget").routeConfigurationId("clock")
            .bean(FailureStore.class, "forget");
        // spotless:on
    }
}
