package io.mercato.platform.notifier;

import io.mercato.platform.messaging.TransactionPolicies;
import io.mercato.processors.notifier.EmailStore;
import io.mercato.processors.notifier.EmailWriter;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The record of the e-mails: each step is a transaction of its own. */
@Component
public class RecordEmail extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  variables messageId, email and subject; Out: inbox and record, sent; Fails: rolled back
        from("direct:notifier-record-sent").routeId("notifier-record-sent").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EmailStore.class, "sent(${variable.messageId}, ${variable.email}, ${variable.subject})");

        // In:  variables messageId, email and reason; Out: inbox and record, failed for good; Fails: rolled back
        from("direct:notifier-record-failed").routeId("notifier-record-failed").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EmailStore.class, "failed(${variable.messageId}, ${variable.email}, ${variable.reason})");

        // In:  variables messageId, email and reason; Out: the record, one attempt more; Fails: rolled back
        from("direct:notifier-record-attempt").routeId("notifier-record-attempt").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EmailStore.class, "attemptFailed(${variable.messageId}, ${variable.email}, ${variable.reason})");

        // In:  body RecipientErased as JSON; Out: no record names him or what he was told; Fails: rolled back
        from("direct:notifier-erase-recipient").routeId("notifier-erase-recipient").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .setVariable("erased", method(EmailWriter.class, "readErased"))
            .bean(EmailStore.class, "erase(${variable.erased})");

        // In:  the clock; Out: what is old is forgotten; Fails: logged, tried at the next tick
        from("timer:notifier-forget?period=1h").routeId("notifier-clock-forget").routeConfigurationId("clock")
            .to("direct:notifier-forget");

        // In:  nothing; Out: records and ids of messages that are old are gone; Fails: rolled back
        from("direct:notifier-forget").routeId("notifier-forget").errorHandler(noErrorHandler())
            .transacted(TransactionPolicies.DATABASE)
            .bean(EmailStore.class, "forget");
        // spotless:on
    }
}
