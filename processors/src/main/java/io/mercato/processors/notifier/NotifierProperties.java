package io.mercato.processors.notifier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails leave. The server itself is named by {@code spring.mail.*}.
 *
 * @param from sender of all e-mails; the marketplace's name stands before it
 * @param connectTimeout how long the mail server may take to accept a connection
 * @param responseTimeout how long it may be silent
 * @param connections how many connections to it are open at most; an e-mail waits for one that is free
 * @param keepConnection how long one that sends nothing is kept open
 * @param mailsPerConnection how many e-mails go over one before it is closed; servers bound that
 * @param keep how long the record of an e-mail is kept
 * @param keepInbox how long a message that was dealt with is remembered; longer than the broker redelivers it
 */
@ConfigurationProperties("mercato.notifier")
public record NotifierProperties(
        @DefaultValue("no-reply@localhost") String from,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("8") int connections,
        @DefaultValue("30s") Duration keepConnection,
        @DefaultValue("100") int mailsPerConnection,
        @DefaultValue("365d") Duration keep,
        @DefaultValue("7d") Duration keepInbox) {}
