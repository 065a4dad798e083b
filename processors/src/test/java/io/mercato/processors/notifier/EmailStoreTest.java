package io.mercato.processors.notifier;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final UUID id = UUID.randomUUID();
    private final EmailStore store = store(Clock.systemUTC());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void an_email_is_open_until_it_is_sent() {
        assertThat(open()).isTrue();
        assertThat(open()).isTrue();
        store.sent(id, "Your wiki is ready");

        assertThat(open()).isFalse();
        assertThat(row())
                .containsEntry("status", "SENT")
                .containsEntry("attempts", 2)
                .containsEntry("subject", "Your wiki is ready")
                .containsEntry("recipient", "ada@example.org")
                .containsEntry("template", "subscription-deployed");
        assertThat(row().get("sent_at")).isNotNull();
    }

    @Test
    void an_email_that_failed_for_good_is_not_open_and_says_why() {
        open();
        store.failed(id, "550 no such user");

        assertThat(open()).isFalse();
        assertThat(row()).containsEntry("status", "FAILED").containsEntry("last_error", "550 no such user");
        assertThat(row().get("sent_at")).isNull();
    }

    @Test
    void an_attempt_that_failed_leaves_it_open() {
        open();
        store.attemptFailed(id, "Connection refused");

        assertThat(row()).containsEntry("status", "PENDING").containsEntry("last_error", "Connection refused");
        assertThat(open()).isTrue();
    }

    @Test
    void what_became_of_it_is_settled_once() {
        open();
        store.sent(id, "Subject");
        store.failed(id, "late");

        assertThat(row()).containsEntry("status", "SENT");
    }

    @Test
    void the_record_never_holds_what_the_email_says() {
        open();
        store.sent(id, "Subject");

        assertThat(row().toString()).doesNotContain("s3cret");
    }

    @Test
    void inbox_and_record_are_forgotten_each_in_its_time() {
        open();
        store.sent(id, "Subject");

        store(Clock.offset(Clock.systemUTC(), Duration.ofDays(8))).forget();
        assertThat(DATABASE.jdbc()
                        .sql("select 1 from notifier.inbox where message_id = ?")
                        .param(id)
                        .query()
                        .listOfRows())
                .isEmpty();
        assertThat(open()).isFalse();
        store(Clock.offset(Clock.systemUTC(), Duration.ofDays(366))).forget();
        assertThat(rows()).isEmpty();
    }

    private boolean open() {
        return store.open(id, Emails.deployed("s3cret").to(Emails.ADA, "it", Emails.BRAND));
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
        NotifierProperties properties = new NotifierProperties(
                "a@b.c", Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofDays(365), Duration.ofDays(7));
        return new EmailStore(DATABASE.jdbc(), new Inbox("notifier", DATABASE.jdbc(), clock), clock, properties);
    }
}
