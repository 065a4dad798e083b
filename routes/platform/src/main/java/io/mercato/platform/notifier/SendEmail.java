package io.mercato.platform.notifier;

import io.mercato.domain.message.MessageHeaders;
import io.mercato.domain.notifier.message.RecipientErased;
import io.mercato.processors.notifier.EmailStore;
import io.mercato.processors.notifier.EmailWriter;
import io.mercato.processors.notifier.MailFailure;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Sends the e-mails that other modules ask for, and forgets to whom when they say so. */
@Component
public class SendEmail extends RouteBuilder {

    @Override
    public void configure() {
        // spotless:off
        // In:  notifier.emails: RecipientErased, or else EmailRequested, as JSON
        // Out: what was sent to him names him no more, or else the e-mail is sent
        // Fails: rolled back and redelivered by the broker with back-off, then notifier.emails.dead
        from("jms:queue:{{queue.notifier.emails}}").routeId("notifier-take-message").routeConfigurationId("transacted")
            .choice()
                .when(header(MessageHeaders.MESSAGE_TYPE).isEqualTo(RecipientErased.class.getSimpleName()))
                    .to("direct:notifier-erase-recipient")
                .otherwise()
                    .to("direct:notifier-send-email")
            .end();

        // In:  body EmailRequested as JSON, its id as the header
        // Out: the e-mail to the mail server, once it is known that it has not been dealt with; then its record
        // Fails: while the mail server is down, once the attempt that failed is recorded. A crash between mail server and record
        //        sends it again, under the same Message-ID. What can never be sent is recorded as failed and is done
        from("direct:notifier-send-email").routeId("notifier-send-email").errorHandler(noErrorHandler())
            .setVariable("messageId", header(MessageHeaders.MESSAGE_ID))
            .setVariable("email", method(EmailWriter.class, "read"))
            .filter(method(EmailStore.class, "isOpen(${variable.messageId})"))
                .doTry()
                    .to("direct:notifier-deliver-email")
                    .to("direct:notifier-record-sent")
                .doCatch(Exception.class)
                    .to("direct:notifier-handle-failure")
                .end()
            .end();

        // In:  variables messageId and email; Out: the e-mail to the mail server, variable subject
        // Fails: as the mail server does
        from("direct:notifier-deliver-email").routeId("notifier-deliver-email").errorHandler(noErrorHandler())
            .setVariable("rendered", method(EmailWriter.class, "render(${variable.email})"))
            .setVariable("subject", simple("${variable.rendered.subject}"))
            .setBody(method(EmailWriter.class, "compose(${variable.messageId}, ${variable.email}, ${variable.rendered})"))
            .removeHeaders("*")
            .to("smtp:mail-server?javaMailSender=#notifierMailSender");

        // In:  variable messageId, the failure that was caught
        // Out: recorded as failed for good, when it is of no use to try again
        // Fails: else with that same failure, once the attempt is recorded
        from("direct:notifier-handle-failure").routeId("notifier-handle-failure").errorHandler(noErrorHandler())
            .setVariable("reason", method(MailFailure.class, "reason"))
            .choice()
                .when(method(MailFailure.class, "isPermanent"))
                    .to("direct:notifier-record-failed")
                .otherwise()
                    .to("direct:notifier-record-attempt")
                    .bean(MailFailure.class, "rethrow")
            .end();
        // spotless:on
    }
}
