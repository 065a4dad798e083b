package io.mercato.processors.cmw;

import io.mercato.domain.error.Errors;
import io.mercato.domain.identity.Principal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often a row has been written: column {@code revision}, which {@link Columns} counts up. Who names the revision that
 * he has seen overwrites no change of somebody else.
 */
@Component("revisions")
public class Revisions {
    private final JdbcClient jdbc;
    private final Map<String, WritableRows> stores;

    public Revisions(JdbcClient jdbc, Map<String, WritableRows> stores) {
        this.jdbc = jdbc;
        this.stores = stores;
    }

    /** Null for visitors, who change nothing. */
    public Integer of(Principal principal, String store, int id) {
        return principal.isAnonymous() ? null : read(stores.get(store).table(), id, "");
    }

    /**
     * Locks the row, after what is above it, until the transaction ends. Throws NOT_FOUND or FORBIDDEN unless the caller may change it, and STALE
     * when it is not the revision that he has seen.
     *
     * @param seen null when the caller does not say
     * @return the revision
     */
    public Integer lock(Principal principal, String store, int id, Integer seen) {
        WritableRows resource = stores.get(store);
        resource.lockAround(id);
        Integer now = read(resource.table(), id, " for no key update");
        resource.requireWritable(principal, id);
        if (seen != null && !seen.equals(now)) {
            throw Errors.stale();
        }
        return now;
    }

    private Integer read(String table, int id, String locking) {
        return jdbc.sql("select revision from " + table + " where id = ?" + locking)
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }
}
