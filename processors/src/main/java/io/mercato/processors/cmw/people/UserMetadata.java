package io.mercato.processors.cmw.people;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.cmw.metadata.MetadataAccess;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.cmw.MetadataStore;
import io.mercato.processors.cmw.Revisions;
import io.mercato.processors.json.Json;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What integrators keep at a user. With {@code ?asCompany=} it is what one company keeps about him, whom it sees: its
 * people read and write it, staff reads it, administrators write it. A write names the revision that it has seen.
 */
@Component("userMetadata")
public class UserMetadata {
    private static final String STORE = "userStore";
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final MetadataStore metadata;
    private final Revisions revisions;
    private final UserStore users;

    public UserMetadata(JdbcClient jdbc, Json json, MetadataStore metadata, Revisions revisions, UserStore users) {
        this.jdbc = jdbc;
        this.json = json;
        this.metadata = metadata;
        this.revisions = revisions;
        this.users = users;
    }

    public Map<String, String> get(Principal principal, int id, Filter filter) {
        Integer company = company(filter);
        if (company == null) {
            return metadata.get(principal, STORE, id);
        }
        require(principal, id, MetadataAccess.mayRead(principal, company));
        return read(id, company);
    }

    /** The user's; with {@code asCompany} that of what the company keeps, 0 while it keeps nothing. */
    public Integer revision(Principal principal, int id, Filter filter) {
        Integer company = company(filter);
        return company == null ? revisions.of(principal, STORE, id) : revision(id, company);
    }

    private Integer revision(int user, int company) {
        return jdbc.sql("select revision from cmw.user_company_metadata where user_id = ? and company_id = ?")
                .params(user, company)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** @param seen the revision that the caller has seen, or null; STALE when it is another one by now */
    public void put(Principal principal, int id, Filter filter, Map<String, String> values, Integer seen) {
        Integer company = company(filter);
        if (company == null) {
            revisions.lock(principal, STORE, id, seen);
            metadata.put(principal, STORE, id, values);
            return;
        }
        require(principal, id, MetadataAccess.mayWrite(principal, company));
        lock(id, company, seen);
        write(id, company, values);
    }

    /** @param seen as above */
    public void remove(Principal principal, int id, Filter filter, Map<String, String> path, Integer seen) {
        Integer company = company(filter);
        if (company == null) {
            revisions.lock(principal, STORE, id, seen);
            metadata.remove(principal, STORE, id, path);
            return;
        }
        require(principal, id, MetadataAccess.mayWrite(principal, company));
        lock(id, company, seen);
        Map<String, String> values = read(id, company);
        values.remove(path.get("key"));
        write(id, company, values);
    }

    /** Null without {@code asCompany}. */
    private static Integer company(Filter filter) {
        String asked = filter.text("asCompany");
        if (asked == null) {
            return null;
        }
        if (!asked.matches("(company/)?\\d{1,9}")) {
            throw Errors.invalidField("asCompany", "must be as company/1");
        }
        return Integer.valueOf(asked.replace("company/", ""));
    }

    private void require(Principal principal, int id, boolean may) {
        users.get(principal, id);
        if (!may) {
            throw Errors.forbidden();
        }
    }

    /** Until the transaction ends, whether there is something already or not. */
    private void lock(int user, int company, Integer seen) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('note-of-company-' || ? || '-of-user-' || ?, 0))")
                .params(company, user)
                .query((row, index) -> true)
                .list();
        if (seen != null && !seen.equals(revision(user, company))) {
            throw Errors.stale();
        }
    }

    private Map<String, String> read(int user, int company) {
        return jdbc.sql("select metadata from cmw.user_company_metadata where user_id = ? and company_id = ?")
                .params(user, company)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, MAP))
                .orElseGet(TreeMap::new);
    }

    private void write(int user, int company, Map<String, String> values) {
        jdbc.sql("insert into cmw.user_company_metadata (user_id, company_id, metadata)"
                        + " values (?, ?, cast(? as jsonb)) on conflict (user_id, company_id)"
                        + " do update set metadata = excluded.metadata,"
                        + " revision = user_company_metadata.revision + 1")
                .params(user, company, json.write(values))
                .update();
    }
}
