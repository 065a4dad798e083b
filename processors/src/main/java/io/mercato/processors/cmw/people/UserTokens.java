package io.mercato.processors.cmw.people;

import io.mercato.domain.cmw.people.TokenPurpose;
import io.mercato.domain.error.Errors;
import io.mercato.domain.error.MercatoException;
import io.mercato.processors.sql.Rows;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens that are sent by e-mail: 256 random bits each, good once and for a while, kept as hashes only. A new one
 * ends the one before it.
 */
@Component("userTokens")
public class UserTokens {
    private static final int BYTES = 32;
    private static final String GOOD = " from cmw.user_token t where t.hash = ? and t.purpose = ? and t.expires_at > ?";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public UserTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String issue(int user, TokenPurpose purpose, Duration lifetime) {
        return issue(user, purpose, lifetime, null);
    }

    /** One that shows that an address is his. */
    public String issueFor(int user, String address, Duration lifetime) {
        return issue(user, TokenPurpose.ADDRESS, lifetime, address);
    }

    private String issue(int user, TokenPurpose purpose, Duration lifetime, String address) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into cmw.user_token (user_id, purpose, hash, expires_at, address) values (?, ?, ?, ?, ?)"
                        + " on conflict (user_id, purpose) do update"
                        + " set hash = excluded.hash, expires_at = excluded.expires_at, address = excluded.address")
                .params(
                        user,
                        purpose.name(),
                        TokenStore.hash(token),
                        Rows.at(clock.instant().plus(lifetime)),
                        address)
                .update();
        return token;
    }

    /** The user whom it was sent to; it stays good. REJECTED when it is not, or no longer. */
    public int owner(String token, TokenPurpose purpose) {
        return user("select t.user_id" + GOOD, token, purpose);
    }

    /** The user whom it was sent to; it is good no longer. Of two who use it at once, one is REJECTED. */
    public int use(String token, TokenPurpose purpose) {
        return user("delete" + GOOD + " returning t.user_id", token, purpose);
    }

    /** Whether it was sent to another address than the user has. */
    public boolean isForAddress(String token) {
        return jdbc.sql("select exists (select from cmw.user_token where hash = ? and purpose = 'ADDRESS')")
                .param(TokenStore.hash(token))
                .query(Boolean.class)
                .single();
    }

    /** Whose address it shows which to be; it stays good. REJECTED as above. */
    public Shown forAddress(String token) {
        return shown("select t.user_id, t.address" + GOOD, token);
    }

    /** The same; it is good no longer. */
    public Shown useForAddress(String token) {
        return shown("delete" + GOOD + " returning t.user_id, t.address", token);
    }

    private Shown shown(String sql, String token) {
        return one(sql, token, TokenPurpose.ADDRESS)
                .query((row, index) -> new Shown(row.getInt("user_id"), row.getString("address")))
                .optional()
                .orElseThrow(UserTokens::notValid);
    }

    /** @param address that is his, as he has shown */
    public record Shown(int user, String address) {}

    /** Ends all that were sent to him. */
    public void revoke(int user) {
        jdbc.sql("delete from cmw.user_token where user_id = ?").param(user).update();
    }

    /** Forgets the tokens whose time is over; returns how many. */
    public int purge() {
        return jdbc.sql("delete from cmw.user_token where expires_at < ?")
                .param(Rows.at(clock.instant()))
                .update();
    }

    private int user(String sql, String token, TokenPurpose purpose) {
        return one(sql, token, purpose).query(Integer.class).optional().orElseThrow(UserTokens::notValid);
    }

    private JdbcClient.StatementSpec one(String sql, String token, TokenPurpose purpose) {
        return jdbc.sql(sql).params(TokenStore.hash(token), purpose.name(), Rows.at(clock.instant()));
    }

    private static MercatoException notValid() {
        return Errors.rejectedField("token-not-valid", "tag", "the link is not valid, or has been used, or is too old");
    }
}
