package io.mercato.processors.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the relay does with a module's outbox: claims rows in order, and deletes them once they are sent. */
@Component
public class OutboxStore {
    private static final int BATCH = 200;

    private final JdbcClient jdbc;

    public OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The oldest rows, held until the end of the transaction; none while another process relays for this module, since
     * two of them side by side would turn the order of an aggregate's messages round.
     */
    public List<OutboxRow> claim(String module) {
        String name = ModuleName.checked(module);
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext(?))")
                .param("outbox-" + name)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return List.of();
        }
        return jdbc.sql("select id, message_id, destination, type, aggregate, payload, deliver_at, request_id from "
                        + name + ".outbox order by id limit " + BATCH)
                .query((row, index) -> new OutboxRow(
                        row.getLong("id"),
                        row.getObject("message_id", UUID.class),
                        row.getString("destination"),
                        row.getString("type"),
                        row.getString("aggregate"),
                        row.getString("payload"),
                        row.getTimestamp("deliver_at") == null
                                ? null
                                : row.getTimestamp("deliver_at").toInstant(),
                        row.getString("request_id")))
                .list();
    }

    public void delete(String module, List<OutboxRow> rows) {
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        jdbc.sql("delete from " + ModuleName.checked(module) + ".outbox where id = any(?)")
                .param(ids)
                .update();
    }

    /** Whether this many rows may mean that more wait. */
    public static boolean isFull(List<OutboxRow> rows) {
        return rows.size() == BATCH;
    }

    /** @param deliverAt when the broker is to hand it out; null for at once */
    public record OutboxRow(
            long id,
            UUID messageId,
            String destination,
            String type,
            String aggregate,
            String payload,
            Instant deliverAt,
            String requestId) {}
}
