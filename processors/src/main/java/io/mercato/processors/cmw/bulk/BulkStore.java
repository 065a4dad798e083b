package io.mercato.processors.cmw.bulk;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.bulk.BulkImport;
import io.mercato.domain.cmw.bulk.BulkRow;
import io.mercato.domain.cmw.bulk.ImportRow;
import io.mercato.domain.cmw.bulk.RowState;
import io.mercato.domain.cmw.bulk.UserRow;
import io.mercato.domain.error.ErrorHolder;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.message.OutgoingMessage;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.json.Json;
import io.mercato.processors.messaging.Outbox;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables that were sent, their rows, and what became of them. */
@Component("bulkStore")
public class BulkStore {
    private static final String QUEUE = "queue.cmw.bulk-rows";
    private static final String USERS = "USERS";
    private static final TypeReference<List<ErrorHolder>> ERRORS = new TypeReference<>() {};
    private static final String COLUMNS = """
            b.*,
            (select count(*) from cmw.bulk_row r where r.import_id = b.id and r.state = 'WAITING') as waiting,
            (select count(*) from cmw.bulk_row r where r.import_id = b.id and r.state = 'DONE') as done,
            (select count(*) from cmw.bulk_row r where r.import_id = b.id and r.state = 'FAILED') as failed
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Outbox outbox;
    private final Clock clock;

    public BulkStore(JdbcClient jdbc, Json json, @Qualifier("cmwOutbox") Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps the table; the rows that can be read are dealt with one after the other. Returns the request's id. */
    public String accept(Principal who, List<BulkRow> rows) {
        String requestId = UUID.randomUUID().toString();
        int id = jdbc.sql("insert into cmw.bulk_import (request_id, type, executed_at, executor_id, impersonator)"
                        + " values (?, ?, ?, ?, ?) returning id")
                .params(requestId, USERS, Rows.at(clock.instant()), who.userId(), who.impersonator())
                .query(Integer.class)
                .single();
        for (BulkRow row : rows) {
            jdbc.sql("insert into cmw.bulk_row (import_id, line, state, content, errors)"
                            + " values (?, ?, ?, cast(? as jsonb), cast(? as jsonb))")
                    .params(
                            id,
                            row.line(),
                            row.state().name(),
                            row.content() == null ? null : json.write(row.content()),
                            json.write(row.errors()))
                    .update();
            if (row.state() == RowState.WAITING) {
                ImportRow message = new ImportRow(requestId, row.line());
                outbox.append(OutgoingMessage.now(QUEUE, "ImportRow", "bulk/" + requestId, message));
            }
        }
        return requestId;
    }

    /**
     * A row that is to be dealt with.
     *
     * @param executorId null when he is gone
     */
    public record Pending(int importId, int line, Integer executorId, String impersonator, UserRow content) {}

    /** In: a message as JSON. Null when the row has been dealt with. */
    public Pending pending(String message) {
        ImportRow row = json.read(message, ImportRow.class);
        return jdbc.sql("select b.id, b.executor_id, b.impersonator, r.content from cmw.bulk_row r"
                        + " join cmw.bulk_import b on b.id = r.import_id"
                        + " where b.request_id = ? and r.line = ? and r.state = 'WAITING'")
                .params(row.requestId(), row.line())
                .query((found, index) -> new Pending(
                        found.getInt("id"),
                        row.line(),
                        found.getObject("executor_id", Integer.class),
                        found.getString("impersonator"),
                        json.read(found.getString("content"), UserRow.class)))
                .optional()
                .orElse(null);
    }

    /** Locks the row until the transaction ends. Whether it is still to be dealt with. */
    public boolean lock(Pending row) {
        return jdbc.sql("select state from cmw.bulk_row where import_id = ? and line = ? for update")
                .params(row.importId(), row.line())
                .query(String.class)
                .optional()
                .filter(RowState.WAITING.name()::equals)
                .isPresent();
    }

    public void done(Pending row, int user) {
        jdbc.sql("update cmw.bulk_row set state = 'DONE', content = null, user_id = ?"
                        + " where import_id = ? and line = ? and state = 'WAITING'")
                .params(user, row.importId(), row.line())
                .update();
    }

    public void failed(Pending row, List<ErrorHolder> errors) {
        jdbc.sql("update cmw.bulk_row set state = 'FAILED', content = null, errors = cast(? as jsonb)"
                        + " where import_id = ? and line = ? and state = 'WAITING'")
                .params(json.write(errors), row.importId(), row.line())
                .update();
    }

    /** The newest first; of each one what failed. */
    public Page<BulkImport> list(PageRequest page) {
        return new Selection<>(jdbc, (row, index) -> read(row, "and r.state = 'FAILED'"), COLUMNS, "cmw.bulk_import b")
                .page(page, "b.id desc");
    }

    /** One with all of its rows. */
    public BulkImport get(Map<String, String> path) {
        String requestId = path.get("requestId");
        return new Selection<>(jdbc, (row, index) -> read(row, ""), COLUMNS, "cmw.bulk_import b")
                .where("b.request_id = :request_id", "request_id", requestId)
                .first()
                .orElseThrow(() -> Errors.notFound("bulk/result", requestId));
    }

    /** Forgets what is older. */
    public int forget(java.time.Duration retention) {
        return jdbc.sql("delete from cmw.bulk_import where executed_at < ?")
                .param(Rows.at(clock.instant().minus(retention)))
                .update();
    }

    private BulkImport read(ResultSet row, String which) throws SQLException {
        return new BulkImport(
                row.getString("request_id"),
                row.getString("type"),
                Rows.instant(row, "executed_at"),
                row.getObject("executor_id", Integer.class),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("failed"),
                rows(row.getInt("id"), which));
    }

    private List<BulkRow> rows(int importId, String which) {
        return jdbc.sql("select r.line, r.state, r.user_id, r.errors from cmw.bulk_row r where r.import_id = ? " + which
                        + " order by r.line")
                .param(importId)
                .query((row, index) -> new BulkRow(
                        row.getInt("line"),
                        RowState.valueOf(row.getString("state")),
                        null,
                        row.getObject("user_id", Integer.class),
                        json.read(row.getString("errors"), ERRORS)))
                .list();
    }
}
