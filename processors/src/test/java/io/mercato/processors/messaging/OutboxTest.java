package io.mercato.processors.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.database.TestDatabase;
import io.mercato.processors.json.Json;
import io.mercato.processors.json.JsonConfiguration;
import io.mercato.processors.messaging.OutboxStore.OutboxRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-01-12T11:19:30Z");
    private static final TestDatabase DATABASE = TestDatabase.with("cmw");

    private final AtomicInteger wakes = new AtomicInteger();
    private final OutboxStore store = new OutboxStore(DATABASE.jdbc());
    private Outbox outbox;

    @BeforeEach
    void empty() {
        OutboxSignal signal = new OutboxSignal();
        signal.onWake("cmw", wakes::incrementAndGet);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        outbox = new Outbox("cmw", DATABASE.jdbc(), new Json(JsonConfiguration.newMapper()), clock, signal);
        DATABASE.jdbc().sql("delete from cmw.outbox").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_message_of_a_transaction_that_is_rolled_back_is_never_seen() {
        DATABASE.transaction().executeWithoutResult(tx -> {
            outbox.append(message("order/1", Duration.ZERO));
            tx.setRollbackOnly();
        });

        assertThat(claim()).isEmpty();
        assertThat(wakes).hasValue(0);
    }

    @Test
    void messages_keep_their_order_and_wake_the_relay_once_for_each_transaction() {
        DATABASE.transaction()
                .executeWithoutResult(tx -> outbox.appendAll(
                        List.of(message("order/1", Duration.ZERO), message("order/2", Duration.ofSeconds(5)))));

        assertThat(claim()).extracting(OutboxRow::aggregate).containsExactly("order/1", "order/2");
        assertThat(claim()).extracting(OutboxRow::deliverAt).containsExactly(null, NOW.plusSeconds(5));
        assertThat(wakes).hasValue(1);
    }

    @Test
    void a_message_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.append(message("order/1", Duration.ZERO)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void while_one_process_relays_another_finds_nothing() {
        DATABASE.transaction().executeWithoutResult(tx -> outbox.append(message("order/1", Duration.ZERO)));

        DATABASE.transaction().executeWithoutResult(one -> {
            assertThat(store.claim("cmw")).hasSize(1);
            assertThat(inAnotherTransaction()).isEmpty();
        });
    }

    @Test
    void what_is_sent_is_deleted() {
        DATABASE.transaction().executeWithoutResult(tx -> outbox.append(message("order/1", Duration.ZERO)));

        DATABASE.transaction().executeWithoutResult(tx -> store.delete("cmw", store.claim("cmw")));

        assertThat(claim()).isEmpty();
    }

    @Test
    void a_message_is_new_once() {
        Inbox inbox = new Inbox("cmw", DATABASE.jdbc(), Clock.systemUTC());
        UUID id = UUID.randomUUID();

        assertThat(inbox.isNew(id)).isTrue();
        assertThat(inbox.isNew(id)).isFalse();
    }

    @Test
    void what_is_old_is_forgotten() {
        Inbox inbox = new Inbox("cmw", DATABASE.jdbc(), Clock.offset(Clock.systemUTC(), Duration.ofDays(8)));
        UUID id = UUID.randomUUID();
        inbox.isNew(id);

        assertThat(inbox.forget(Duration.ofDays(7))).isPositive();
        assertThat(inbox.isNew(id)).isTrue();
    }

    private List<OutboxRow> claim() {
        return DATABASE.transaction().execute(tx -> store.claim("cmw"));
    }

    private List<OutboxRow> inAnotherTransaction() {
        try {
            return java.util.concurrent.CompletableFuture.supplyAsync(this::claim)
                    .get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static OutgoingMessage message(String aggregate, Duration delay) {
        return new OutgoingMessage("queue.notifier.emails", "Test", aggregate, Map.of("a", 1), delay);
    }
}
