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

/** The record of the e-mails: what was asked for, to whom, and what became of it. Never what it says. */
@Component
public class EmailStore {
    private static final int LONGEST_ERROR = 500;
    private static final String NOBODY = "erased";
    private static final String OPEN = """
            insert into notifier.email as e (message_id, template, language, recipient, attempts, created_at)
            values (?, ?, ?, ?, 1, ?)
            on conflict (message_id) do update set attempts = e.attempts + 1 where e.status = 'PENDING'
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

    /** An attempt begins; false when the message has been dealt with already. */
    public boolean open(UUID messageId, EmailRequested request) {
        return !isDone(messageId)
                && jdbc.sql(OPEN)
                                .params(
                                        messageId,
                                        request.template(),
                                        request.language(),
                                        request.to().email(),
                                        Timestamp.from(clock.instant()))
                                .update()
                        == 1;
    }

    /** The mail server has taken it. */
    public void sent(UUID messageId, String subject) {
        settle(messageId, "SENT", subject, null);
    }

    /** It will never be sent. */
    public void failed(UUID messageId, String reason) {
        settle(messageId, "FAILED", null, reason);
    }

    /** This attempt came to nothing; the broker will hand the message out again. */
    public void attemptFailed(UUID messageId, String reason) {
        jdbc.sql("update notifier.email set last_error = ? where message_id = ? and status = 'PENDING'")
                .params(cut(reason), messageId)
                .update();
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

    private boolean isDone(UUID messageId) {
        return jdbc.sql("select 1 from notifier.inbox where message_id = ?")
                .param(messageId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void settle(UUID messageId, String status, String subject, String error) {
        if (inbox.isNew(messageId)) {
            jdbc.sql("update notifier.email set status = ?, subject = ?, last_error = ?, sent_at = ?"
                            + " where message_id = ?")
                    .params(
                            status,
                            subject,
                            cut(error),
                            status.equals("SENT") ? Timestamp.from(clock.instant()) : null,
                            messageId)
                    .update();
        }
    }

    private static String cut(String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
