package io.mercato.processors.messaging;

import io.mercato.domain.message.OutgoingMessage;
import io.mercato.processors.json.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The messages that a module has decided to send: rows of {@code <schema>.outbox}, written in the transaction that
 * decided it. The relay ({@code outbox-relay-<module>}) sends them after the commit.
 */
public class Outbox {
    /** Key under which the log's context holds {@code CMW-Request-Id}. */
    public static final String REQUEST_ID = "requestId";

    private final String module;
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final OutboxSignal signal;

    /** @param module the module, whose name is its schema's */
    public Outbox(String module, JdbcClient jdbc, Json json, Clock clock, OutboxSignal signal) {
        this.module = ModuleName.checked(module);
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
    }

    public String module() {
        return module;
    }

    /** Within a transaction only: outside of one a message could leave although what it tells was never committed. */
    public void append(OutgoingMessage message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A message is put into the outbox within a transaction: " + message.type());
        }
        jdbc.sql("insert into " + module + ".outbox"
                        + " (destination, type, aggregate, payload, deliver_at, request_id) values (?, ?, ?, ?, ?, ?)")
                .params(
                        message.destination(),
                        message.type(),
                        message.aggregate(),
                        json.write(message.payload()),
                        message.delay().isZero()
                                ? null
                                : Timestamp.from(clock.instant().plus(message.delay())),
                        MDC.get(REQUEST_ID))
                .update();
        signalAfterCommit();
    }

    public void appendAll(Collection<OutgoingMessage> messages) {
        messages.forEach(this::append);
    }

    private void signalAfterCommit() {
        List<TransactionSynchronization> registered = TransactionSynchronizationManager.getSynchronizations();
        if (registered.stream()
                .noneMatch(s -> s instanceof Wake wake && wake.module().equals(module))) {
            TransactionSynchronizationManager.registerSynchronization(new Wake(module, signal));
        }
    }

    private record Wake(String module, OutboxSignal signal) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            signal.wake(module);
        }
    }
}
