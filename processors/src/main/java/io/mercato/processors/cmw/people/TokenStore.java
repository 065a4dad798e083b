package io.mercato.processors.cmw.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens of {@code POST /login}: 256 random bits each. Only their hashes are kept; a plain SHA-256 is enough, since
 * nobody can try 2^256 values.
 */
@Component("tokenStore")
public class TokenStore {
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TokenProperties settings;
    private final SecureRandom random = new SecureRandom();

    public TokenStore(JdbcClient jdbc, Clock clock, TokenProperties settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    public String issue(int userId, boolean expires) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (expires) {
            jdbc.sql("insert into cmw.auth_token (hash, user_id, expires_at) values (?, ?, ?)")
                    .params(hash(token), userId, now().plus(settings.tokenLifetime()))
                    .update();
        } else {
            jdbc.sql("insert into cmw.auth_token (hash, user_id) values (?, ?) on conflict (user_id)"
                            + " where expires_at is null do update set hash = excluded.hash, created_at = now()")
                    .params(hash(token), userId)
                    .update();
        }
        return token;
    }

    public void revoke(int userId) {
        jdbc.sql("delete from cmw.auth_token where user_id = ?").param(userId).update();
    }

    /** He has another password: whatever let him in by the old one does so no longer. */
    void passwordChanged(int userId) {
        revoke(userId);
        jdbc.sql("update cmw.\"user\" set password_changed_at = ? where id = ?")
                .params(now(), userId)
                .update();
    }

    /** Forgets the tokens whose time is over; returns how many. */
    public int purge() {
        return jdbc.sql("delete from cmw.auth_token where expires_at < ?")
                .param(now())
                .update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
