package io.mercato.processors.cmw.order;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.processors.sql.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code Idempotency-Key}: the same key and body of a caller answers the same order; another body is refused. */
@Component
public class IdempotencyStore {
    private static final int MAXIMUM_LENGTH = 255;

    private final JdbcClient jdbc;
    private final Clock clock;

    public IdempotencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The order that was placed under this key; null when there is none, and then the key is taken, by this transaction.
     * A call with the same key that is still under way is waited for.
     */
    public Integer take(Principal principal, String key, byte[] body) {
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > MAXIMUM_LENGTH) {
            throw Errors.invalidField("Idempotency-Key", "is longer than " + MAXIMUM_LENGTH + " characters");
        }
        String hash = hash(body);
        boolean taken = jdbc.sql("insert into cmw.idempotency_key (user_id, key, request_hash, created_at)"
                                + " values (?, ?, ?, ?) on conflict do nothing")
                        .params(principal.userId(), key, hash, Rows.at(clock.instant()))
                        .update()
                == 1;
        return taken ? null : earlier(principal, key, hash);
    }

    private Integer earlier(Principal principal, String key, String hash) {
        record Earlier(String requestHash, Integer orderId) {}
        Earlier earlier = jdbc.sql(
                        "select request_hash, order_id from cmw.idempotency_key where user_id = ? and key = ?")
                .params(principal.userId(), key)
                .query(Earlier.class)
                .single();
        if (!earlier.requestHash().equals(hash)) {
            throw Errors.rejected(
                    "idempotency-key-reused", "This Idempotency-Key was used for another request: take a new one");
        }
        return earlier.orderId();
    }

    /** Whether nothing was ever placed under this key. */
    public boolean isNew(Principal principal, String key) {
        return key == null
                || !jdbc.sql("select exists (select from cmw.idempotency_key where user_id = ? and key = ?)")
                        .params(principal.userId(), key)
                        .query(Boolean.class)
                        .single();
    }

    public void keep(Principal principal, String key, int orderId) {
        if (key != null && !key.isBlank()) {
            jdbc.sql("update cmw.idempotency_key set order_id = ? where user_id = ? and key = ?")
                    .params(orderId, principal.userId(), key)
                    .update();
        }
    }

    public int forget(Duration olderThan) {
        return jdbc.sql("delete from cmw.idempotency_key where created_at < ?")
                .param(Rows.at(clock.instant().minus(olderThan)))
                .update();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}
