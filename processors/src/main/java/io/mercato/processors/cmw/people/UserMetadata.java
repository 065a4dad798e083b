package io.mercato.processors.cmw.people;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import io.mercato.domain.paging.Filter;
import io.mercato.processors.cmw.MetadataStore;
import io.mercato.processors.json.Json;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What integrators keep at a user. With {@code ?asCompany=} it is what one company keeps about him, whom it sees: its
 * people read and write it, and nobody else does but administrators.
 */
@Component("userMetadata")
public class UserMetadata {
    private static final String STORE = "userStore";
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final MetadataStore metadata;
    private final UserStore users;

    public UserMetadata(JdbcClient jdbc, Json json, MetadataStore metadata, UserStore users) {
        this.jdbc = jdbc;
        this.json = json;
        this.metadata = metadata;
        this.users = users;
    }

    public Map<String, String> get(Principal principal, int id, Filter filter) {
        Integer company = company(principal, id, filter);
        return company == null ? metadata.get(principal, STORE, id) : read(id, company);
    }

    public void put(Principal principal, int id, Filter filter, Map<String, String> values) {
        Integer company = company(principal, id, filter);
        if (company == null) {
            metadata.put(principal, STORE, id, values);
        } else {
            write(id, company, values);
        }
    }

    public void remove(Principal principal, int id, Filter filter, Map<String, String> path) {
        Integer company = company(principal, id, filter);
        if (company == null) {
            metadata.remove(principal, STORE, id, path);
        } else {
            Map<String, String> values = read(id, company);
            values.remove(path.get("key"));
            write(id, company, values);
        }
    }

    /** Null without {@code asCompany}; FORBIDDEN for another company than the caller's. */
    private Integer company(Principal principal, int id, Filter filter) {
        String asked = filter.text("asCompany");
        if (asked == null) {
            return null;
        }
        if (!asked.matches("(company/)?\\d{1,9}")) {
            throw Errors.invalidField("asCompany", "must be as company/1");
        }
        int company = Integer.parseInt(asked.replace("company/", ""));
        users.get(principal, id);
        if (!principal.role().isAdministrator() && !principal.belongsTo(company)) {
            throw Errors.forbidden();
        }
        return company;
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
                        + " do update set metadata = excluded.metadata")
                .params(user, company, json.write(values))
                .update();
    }
}
