package io.mercato.processors.notifier;

import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.domain.notifier.message.RecipientErased;
import io.mercato.processors.messaging.Inbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of the e-mails: what was asked for, to whom, and what became of it. Never what it says. It begins when the
 * first attempt has ended, so that an e-mail that is sent at once costs one commit.
 */
@Component
public class EmailStore {
    private static final int LONGEST_ERROR = 500;
    private static final String NOBODY = "erased";
    private static final String IS_OPEN = """
            select not exists (select from notifier.inbox where message_id = ?)
               and not exists (select from notifier.email where message_id = ? and status <> 'PENDING')
            """;
    private static final String ATTEMPTED = """
            insert into notifier.email as e
                (message_id, template, language, recipient, attempts, created_at, status, subject, last_error, sent_at)
            values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
            on conflict (message_id) do update
               set attempts = e.attempts + 1, status = excluded.status, subject = excluded.subject,
                   last_error = excluded.last_error, sent_at = excluded.sent_at
             where e.status = 'PENDING'
            """;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Clock clock;
    private final NotifierProperties properties;

    public EmailStore(
            JdbcClient jdbc, @Qualifier("notifierInbox") Inbox inbox, Clock clock, NotifierProperties properties) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.clock = clock;
        this.properties = properties;
    }

    /** Whether it is still to be sent; false when the message has been dealt with already. */
    public boolean isOpen(UUID messageId) {
        return jdbc.sql(IS_OPEN)
                .params(messageId, messageId)
                .query(Boolean.class)
                .single();
    }

    /** The mail server has taken it. */
    public void sent(UUID messageId, EmailRequested request, String subject) {
        if (inbox.isNew(messageId)) {
            attempted(messageId, request, "SENT", subject, null);
        }
    }

    /** It will never be sent. */
    public void failed(UUID messageId, EmailRequested request, String reason) {
        if (inbox.isNew(messageId)) {
            attempted(messageId, request, "FAILED", null, reason);
        }
    }

    /** This attempt came to nothing; the broker will hand the message out again. */
    public void attemptFailed(UUID messageId, EmailRequested request, String reason) {
        attempted(messageId, request, "PENDING", null, reason);
    }

    /** Somebody was erased: that e-mails were sent stays, to whom and about what does not. */
    public void erase(RecipientErased erased) {
        jdbc.sql("update notifier.email set recipient = ?, subject = null, last_error = null"
                        + " where lower(recipient) = any(?)")
                .params(
                        NOBODY,
                        erased.addresses().stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .update();
    }

    /** Forgets messages and records that are old enough. */
    public void forget() {
        inbox.forget(properties.keepInbox());
        jdbc.sql("delete from notifier.email where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(properties.keep())))
                .update();
    }

    private void attempted(UUID messageId, EmailRequested request, String status, String subject, String error) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(ATTEMPTED)
                .params(
                        messageId,
                        request.template(),
                        request.language(),
                        request.to().email(),
                        now,
                        status,
                        subject,
                        cut(error),
                        status.equals("SENT") ? now : null)
                .update();
    }

    private static String cut(String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
