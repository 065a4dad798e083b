package io.mercato.processors.deadletter;

import io.mercato.domain.deadletter.DeadLetter;
import io.mercato.domain.message.MessageHeaders;
import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import io.mercato.processors.sql.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead letters: what is kept of each, and what is done with it. */
@Component
public class DeadLetterStore {
    private static final String IS_OPEN = "redriven_at is null and discarded_at is null";

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final Json json;
    private final Clock clock;

    public DeadLetterStore(JdbcClient jdbc, SecretCipher cipher, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps it, once. @return whether it is a new one */
    boolean insert(Death death, String route, String cause, int attempts) {
        Map<String, String> headers = death.headers();
        return jdbc.sql("""
                        insert into deadletter.dead_letter
                            (death_id, message_id, queue, type, aggregate, request_id, headers, encrypted_payload,
                             route, cause, attempts, died_at)
                        values (:id, :message, :queue, :type, :aggregate, :request, :headers::jsonb, :payload,
                                :route, :cause, :attempts, :at)
                        on conflict (death_id) do nothing
                        """)
                        .param("id", death.id())
                        .param("message", death.messageId())
                        .param("queue", death.queue())
                        .param("type", headers.get(MessageHeaders.MESSAGE_TYPE))
                        .param("aggregate", headers.get(MessageHeaders.AGGREGATE))
                        .param("request", headers.get(MessageHeaders.REQUEST_ID))
                        .param("headers", json.write(headers))
                        .param("payload", cipher.encrypt(death.payload(), secretOf(death.id())))
                        .param("route", route)
                        .param("cause", cause)
                        .param("attempts", attempts)
                        .param("at", Rows.at(clock.instant()))
                        .update()
                == 1;
    }

    static String secretOf(UUID death) {
        return "deadLetter/" + death;
    }

    public Optional<DeadLetter> find(int id) {
        return jdbc.sql("select * from deadletter.dead_letter where id = ?")
                .param(id)
                .query(DeadLetterStore::read)
                .optional();
    }

    /** The newest first. @param open null for all of them */
    Page<DeadLetter> page(String queue, String type, Boolean open, PageRequest request) {
        return new Selection<>(jdbc, DeadLetterStore::read, "*", "deadletter.dead_letter")
                .where("queue = :queue", "queue", queue)
                .where("type = :type", "type", type)
                .where("(" + IS_OPEN + ") = :open", "open", open)
                .page(request, "id desc");
    }

    /** How many nobody has dealt with. */
    public long countOpen() {
        return jdbc.sql("select count(*) from deadletter.dead_letter where " + IS_OPEN)
                .query(Long.class)
                .single();
    }

    /** @return whether it was open */
    boolean redrive(int id, String who) {
        return jdbc.sql("update deadletter.dead_letter"
                                + " set redriven_at = ?, redriven_by = ?, duplicate_id = gen_random_uuid()"
                                + " where id = ? and " + IS_OPEN)
                        .params(Rows.at(clock.instant()), who, id)
                        .update()
                == 1;
    }

    /** @return how many were open */
    int redriveAll(String queue, String who) {
        return jdbc.sql("update deadletter.dead_letter"
                        + " set redriven_at = ?, redriven_by = ?, duplicate_id = gen_random_uuid()"
                        + " where queue = ? and " + IS_OPEN)
                .params(Rows.at(clock.instant()), who, queue)
                .update();
    }

    /** What it says is gone, that it was there is not. @return whether it was open */
    boolean discard(int id, String who) {
        return jdbc.sql("update deadletter.dead_letter"
                                + " set discarded_at = ?, discarded_by = ?, encrypted_payload = null"
                                + " where id = ? and " + IS_OPEN)
                        .params(Rows.at(clock.instant()), who, id)
                        .update()
                == 1;
    }

    private static DeadLetter read(ResultSet row, int index) throws SQLException {
        return new DeadLetter(
                row.getInt("id"),
                row.getString("message_id"),
                row.getString("queue"),
                row.getString("type"),
                row.getString("aggregate"),
                row.getString("request_id"),
                row.getString("route"),
                row.getString("cause"),
                row.getInt("attempts"),
                Rows.instant(row, "died_at"),
                handling(row, "redriven"),
                handling(row, "discarded"));
    }

    private static DeadLetter.Handling handling(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return by == null ? null : new DeadLetter.Handling(Rows.instant(row, what + "_at"), by);
    }
}
