package io.mercato.processors.deadletter;

import io.mercato.processors.sql.Rows;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The last failure of each message that has not gone through. */
@Component
public class FailureStore {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DeadLetterProperties properties;
    private final TransactionTemplate ownTransaction;

    public FailureStore(
            JdbcClient jdbc, Clock clock, DeadLetterProperties properties, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In a transaction of its own, since the one that failed is rolled back. */
    public void save(Failure failure) {
        ownTransaction.executeWithoutResult(transaction -> write(failure));
    }

    private void write(Failure failure) {
        jdbc.sql("""
                        insert into deadletter.failure (message_id, queue, route, attempts, cause, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (message_id, queue) do update set
                            route = excluded.route, attempts = excluded.attempts, cause = excluded.cause,
                            at = excluded.at
                        """)
                .params(
                        failure.messageId(),
                        failure.queue(),
                        failure.route(),
                        failure.attempts(),
                        failure.cause(),
                        Rows.at(clock.instant()))
                .update();
    }

    /** The message went through after all, in a transaction of its own. */
    public void remove(String messageId, String queue) {
        ownTransaction.executeWithoutResult(transaction -> take(messageId, queue));
    }

    /** The last failure, which is told once. */
    Optional<Failure> take(String messageId, String queue) {
        return jdbc.sql("delete from deadletter.failure where message_id = ? and queue = ?"
                        + " returning message_id, queue, route, attempts, cause")
                .params(messageId, queue)
                .query((row, index) -> new Failure(
                        row.getString("message_id"),
                        row.getString("queue"),
                        row.getString("route"),
                        row.getInt("attempts"),
                        row.getString("cause")))
                .optional();
    }

    /** Of messages that neither went through nor died: none that the broker still has. */
    public int forget() {
        return jdbc.sql("delete from deadletter.failure where at < ?")
                .param(Rows.at(clock.instant().minus(properties.keepFailures())))
                .update();
    }
}
