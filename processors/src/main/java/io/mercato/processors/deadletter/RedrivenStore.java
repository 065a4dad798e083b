package io.mercato.processors.deadletter;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.processors.crypto.SecretCipher;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outbox of the dead letters, which is their own table: what is redriven and not sent. So what a letter says is in
 * clear nowhere but in its queue.
 */
@Component
public class RedrivenStore {
    private static final int BATCH = 500;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final Json json;
    private final Clock clock;

    public RedrivenStore(JdbcClient jdbc, SecretCipher cipher, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /** In the order of their deaths; none while another process sends, since two would turn the order round. */
    public List<Redriven> claim() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('deadletter-redriven'))")
                .query(Boolean.class)
                .single();
        if (!mine) {
            return List.of();
        }
        return jdbc.sql("select id, death_id, queue, headers, encrypted_payload, duplicate_id"
                        + " from deadletter.dead_letter where redriven_at is not null and sent_at is null"
                        + " order by id limit " + BATCH)
                .query(this::read)
                .list();
    }

    /** It is in its queue: what it says is no longer needed here. */
    public void sent(Redriven letter) {
        jdbc.sql("update deadletter.dead_letter set sent_at = ?, encrypted_payload = null where id = ?")
                .params(Rows.at(clock.instant()), letter.id())
                .update();
    }

    private Redriven read(ResultSet row, int index) throws SQLException {
        UUID death = row.getObject("death_id", UUID.class);
        return new Redriven(
                row.getInt("id"),
                row.getString("queue"),
                json.read(row.getString("headers"), TEXTS),
                cipher.decrypt(row.getString("encrypted_payload"), DeadLetterStore.secretOf(death)),
                row.getObject("duplicate_id", UUID.class));
    }

    /** @param duplicateId a new one: the broker refuses that of the first life */
    public record Redriven(int id, String queue, Map<String, String> headers, String payload, UUID duplicateId) {

        /** Without the payload, which may be a secret. */
        @Override
        public String toString() {
            return "Redriven[" + id + " to " + queue + "]";
        }
    }
}
