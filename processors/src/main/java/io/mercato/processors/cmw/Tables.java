package io.mercato.processors.cmw;

import io.mercato.domain.error.Errors;
import io.mercato.processors.json.Json;
import io.mercato.processors.sql.Selection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the stores of the core have in common. */
@Component
public class Tables {
    /** Where a row that was removed stays, for those that it was sold to. */
    public static final Set<String> KEEPING_REMOVED =
            Set.of("cmw.company", "cmw.\"user\"", "cmw.product", "cmw.product_version", "cmw.coupon");

    private final JdbcClient jdbc;
    private final Json json;

    public Tables(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Json json() {
        return json;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public <T> Selection<T> select(Class<T> type, String what, String from) {
        return new Selection<>(jdbc, new RecordMapper<>(type, json), what, from);
    }

    public Columns columns(String table) {
        return new Columns(jdbc, json, table);
    }

    /** Throws REJECTED, naming the field, unless the row exists and was not removed; no reference is fine. */
    public void requireReference(String table, Integer id, String field, String resource) {
        String there = KEEPING_REMOVED.contains(table) ? " and not deleted" : "";
        if (id != null
                && !jdbc.sql("select exists (select from " + table + " where id = ?" + there + ")")
                        .param(id)
                        .query(Boolean.class)
                        .single()) {
            throw Errors.unknownReference(field, resource + "/" + id);
        }
    }

    public void delete(String table, int id) {
        jdbc.sql("delete from " + table + " where id = ?").param(id).update();
    }

    /** {@code slug}, or the first of {@code slug-2}, {@code slug-3}, … that no other row has. */
    public String freeSlug(String table, String slug) {
        if (slug == null) {
            return null;
        }
        Set<String> taken =
                new HashSet<>(jdbc.sql("select slug from " + table + " where slug = :slug or slug like :slug || '-%'")
                        .param("slug", slug)
                        .query(String.class)
                        .list());
        String free = slug;
        for (int i = 2; taken.contains(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }
}
