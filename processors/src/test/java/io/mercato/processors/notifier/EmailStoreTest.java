package io.mercato.processors.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.mercato.domain.notifier.message.EmailRequested;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.messaging.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmailStoreTest {
    private static final TestDatabase DATABASE = TestDatabase.with("notifier");

    private static final EmailRequested REQUEST = Emails.deployed("s3cret").to(Emails.ADA, "it", Emails.BRAND);

    private final UUID id = UUID.randomUUID();
    private final EmailStore store = store(Clock.systemUTC());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void an_email_is_open_until_it_is_sent() {
        assertThat(store.isOpen(id)).isTrue();
        assertThat(rows()).isEmpty();
        sent("Your wiki is ready");

        assertThat(store.isOpen(id)).isFalse();
        assertThat(row())
                .containsEntry("status", "SENT")
                .containsEntry("attempts", 1)
                .containsEntry("subject", "Your wiki is ready")
                .containsEntry("recipient", "ada@example.org")
                .containsEntry("template", "subscription-deployed");
        assertThat(row().get("sent_at")).isNotNull();
    }

    @Test
    void an_email_that_failed_for_good_is_not_open_and_says_why() {
        failed("550 no such user");

        assertThat(store.isOpen(id)).isFalse();
        assertThat(row()).containsEntry("status", "FAILED").containsEntry("last_error", "550 no such user");
        assertThat(row().get("sent_at")).isNull();
    }

    @Test
    void attempts_that_failed_are_counted_and_leave_it_open() {
        attemptFailed("Connection refused");
        attemptFailed("Connection reset");

        assertThat(row())
                .containsEntry("status", "PENDING")
                .containsEntry("attempts", 2)
                .containsEntry("last_error", "Connection reset");
        assertThat(store.isOpen(id)).isTrue();

        sent("Subject");
        assertThat(row())
                .containsEntry("status", "SENT")
                .containsEntry("attempts", 3)
                .containsEntry("last_error", null);
    }

    @Test
    void what_became_of_it_is_settled_once() {
        sent("Subject");
        failed("late");
        attemptFailed("later");

        assertThat(row()).containsEntry("status", "SENT").containsEntry("attempts", 1);
    }

    @Test
    void a_long_error_is_cut() {
        attemptFailed("x".repeat(501));

        assertThat(row()).containsEntry("last_error", "x".repeat(500));
    }

    @Test
    void the_record_never_holds_what_the_email_says() {
        sent("Subject");

        assertThat(row().toString()).doesNotContain("s3cret");
    }

    @Test
    void inbox_and_record_are_forgotten_each_in_its_time() {
        sent("Subject");

        store(Clock.offset(Clock.systemUTC(), Duration.ofDays(8))).forget();
        assertThat(DATABASE.jdbc()
                        .sql("select 1 from notifier.inbox where message_id = ?")
                        .param(id)
                        .query()
                        .listOfRows())
                .isEmpty();
        assertThat(store.isOpen(id)).isFalse();
        store(Clock.offset(Clock.systemUTC(), Duration.ofDays(366))).forget();
        assertThat(rows()).isEmpty();
    }

    private void sent(String subject) {
        store.sent(id, REQUEST, subject);
    }

    private void failed(String reason) {
        store.failed(id, REQUEST, reason);
    }

    private void attemptFailed(String reason) {
        store.attemptFailed(id, REQUEST, reason);
    }

    private Map<String, Object> row() {
        return rows().get(0);
    }

    private List<Map<String, Object>> rows() {
        return DATABASE.jdbc()
                .sql("select * from notifier.email where message_id = ?")
                .param(id)
                .query()
                .listOfRows();
    }

    private static EmailStore store(Clock clock) {
        NotifierProperties properties = Emails.settings("a@b.c");
        return new EmailStore(DATABASE.jdbc(), new Inbox("notifier", DATABASE.jdbc(), clock), clock, properties);
    }
}
