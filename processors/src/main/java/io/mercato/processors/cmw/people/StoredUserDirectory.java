package io.mercato.processors.cmw.people;

import io.mercato.domain.error.ErrorKind;
import io.mercato.domain.error.MercatoException;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.identity.Role;
import io.mercato.domain.identity.UserDirectory;
import io.mercato.processors.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users of the core, for whoever has to know who logged in. Each of its statements is a transaction of its own. */
@Component("userDirectory")
public class StoredUserDirectory implements UserDirectory {
    private static final String SELECT =
            "select u.id, u.user_name, u.email, u.name, u.surname, u.language, u.role, u.company_id"
                    + " from cmw.\"user\" u ";
    /** A vendor that registered itself is let in once staff has approved it. */
    private static final String WAITING =
            "exists (select from cmw.company c where c.id = company_id and c.approval = 'REQUESTED')";

    /** Who blocks a company locks its people out. */
    private static final String BLOCKED =
            "exists (select from cmw.company c where c.id = company_id and not c.enabled and c.approval <> 'REQUESTED')";

    private static final String USABLE = " and u.enabled and not u.deleted and not " + WAITING + " and not " + BLOCKED;
    /** Two first logins at once: the one that comes second finds in its next round what the first one made. */
    private static final int ROUNDS = 3;

    private final JdbcClient jdbc;
    private final TokenStore tokens;

    public StoredUserDirectory(JdbcClient jdbc, TokenStore tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** A user name counts before an e-mail address, where somebody took another one's address for his name. */
    @Override
    public Optional<Principal> byLogin(String login) {
        return find("where lower(u.user_name) = lower(?)" + USABLE, login)
                .or(() -> find("where lower(u.email) = lower(?)" + USABLE, login));
    }

    /** Empty for who may not log in. */
    public Optional<Principal> byId(int id) {
        return jdbc.sql(SELECT + "where u.id = ?" + USABLE)
                .param(id)
                .query((row, index) -> principal(row))
                .optional();
    }

    @Override
    public Optional<Principal> byToken(String token) {
        return jdbc.sql(SELECT
                        + "join cmw.auth_token t on t.user_id = u.id"
                        + " where t.hash = ? and (t.expires_at is null or t.expires_at > ?)" + USABLE)
                .params(TokenStore.hash(token), tokens.now())
                .query((row, index) -> principal(row))
                .optional();
    }

    @Override
    public Principal byKeycloak(KeycloakIdentity identity) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Principal> found = find("where u.keycloak_id = ?" + USABLE, identity.keycloakId())
                    .or(() -> join(identity));
            if (found.isPresent()) {
                return found.get();
            }
            refuseWhatIsTaken(identity);
            create(identity);
        }
        throw new MercatoException(
                ErrorKind.RETRYABLE, "login-contended", "Somebody logs in with the same address just now; try again");
    }

    @Override
    public Optional<Principal> byPasswordCheckedBefore(String keycloakId, Instant asked) {
        return jdbc.sql(SELECT + "where u.keycloak_id = ?"
                        + " and (u.password_changed_at is null or u.password_changed_at < ?)" + USABLE)
                .params(keycloakId, Rows.at(asked))
                .query((row, index) -> principal(row))
                .optional();
    }

    @Override
    public String issueToken(int userId, boolean expires) {
        return tokens.issue(userId, expires);
    }

    @Override
    public void revokeTokens(int userId) {
        tokens.revoke(userId);
    }

    /**
     * Only by an address that Keycloak has verified: otherwise whoever registers with an administrator's address would
     * become that administrator.
     */
    private Optional<Principal> join(KeycloakIdentity identity) {
        if (!identity.emailVerified() || identity.email() == null || isErased(identity.keycloakId())) {
            return Optional.empty();
        }
        int joined = jdbc.sql("update cmw.\"user\" u set keycloak_id = ?"
                        + " where lower(u.email) = lower(?) and u.keycloak_id is null" + USABLE
                        + " and not exists (select from cmw.\"user\" o where o.keycloak_id = ?)")
                .params(identity.keycloakId(), identity.email(), identity.keycloakId())
                .update();
        return joined == 0 ? Optional.empty() : find("where u.keycloak_id = ?" + USABLE, identity.keycloakId());
    }

    private void refuseWhatIsTaken(KeycloakIdentity identity) {
        if (identity.email() == null || identity.email().isBlank()) {
            throw refused("login-without-email", "Your account has no e-mail address");
        }
        if (exists("keycloak_id = ? and (deleted or not enabled)", identity.keycloakId())
                || isErased(identity.keycloakId())) {
            throw refused("user-disabled", "Your account is disabled");
        }
        if (exists("keycloak_id = ? and " + WAITING, identity.keycloakId())) {
            throw refused("vendor-not-approved", "Your company has not been let in yet; we write to you when it is");
        }
        if (exists("keycloak_id = ? and " + BLOCKED, identity.keycloakId())) {
            throw refused("company-blocked", "Your company is blocked");
        }
        String sameAddress = "lower(email) = lower(?) and not deleted";
        if (exists(sameAddress + " and (not enabled)", identity.email())) {
            throw refused("user-disabled", "Your account is disabled");
        }
        if (exists(sameAddress + " and " + BLOCKED, identity.email())) {
            throw refused("company-blocked", "Your company is blocked");
        }
        if (exists(sameAddress + " and keycloak_id is null", identity.email()) && !identity.emailVerified()) {
            throw refused("email-not-verified", "Confirm your e-mail address first");
        }
        if (exists(sameAddress + " and keycloak_id is not null", identity.email())
                && !exists("keycloak_id = ?", identity.keycloakId())) {
            throw refused("email-taken", "Another account has this e-mail address");
        }
    }

    private void create(KeycloakIdentity identity) {
        jdbc.sql("""
                        insert into cmw."user" (user_name, email, name, surname, role, keycloak_id)
                        select case when exists (select from cmw."user" where lower(user_name) = lower(:name)
                                                    and not deleted)
                                    then :name || '-' || left(:id, 8) else :name end,
                               :email, :first, :last, :role, :id
                        on conflict do nothing
                        """)
                .param("id", identity.keycloakId())
                .param("name", identity.userName())
                .param("email", identity.email())
                .param("first", text(identity.firstName()))
                .param("last", text(identity.lastName()))
                .param("role", Role.USER.name())
                .update();
    }

    private static String text(String name) {
        return name == null ? "" : name;
    }

    private static MercatoException refused(String key, String error) {
        return new MercatoException(ErrorKind.FORBIDDEN, key, error);
    }

    /** His account goes a moment after him, and a token of it lives a moment longer. */
    private boolean isErased(String account) {
        return jdbc.sql("select exists (select from cmw.erased_account where digest = ?)")
                .param(TokenStore.hash(account))
                .query(Boolean.class)
                .single();
    }

    private boolean exists(String condition, String value) {
        return jdbc.sql("select exists (select from cmw.\"user\" where " + condition + ")")
                .param(value)
                .query(Boolean.class)
                .single();
    }

    private Optional<Principal> find(String where, String value) {
        return jdbc.sql(SELECT + where)
                .param(value)
                .query((row, index) -> principal(row))
                .optional();
    }

    private static Principal principal(ResultSet row) throws SQLException {
        return new Principal(
                row.getInt("id"),
                row.getString("user_name"),
                row.getString("email"),
                (row.getString("name") + " " + row.getString("surname")).strip(),
                row.getString("language"),
                Role.valueOf(row.getString("role")),
                row.getObject("company_id", Integer.class),
                null);
    }
}
