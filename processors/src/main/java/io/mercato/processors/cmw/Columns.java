package io.mercato.processors.cmw;

import io.mercato.processors.json.Json;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The columns that one write sets, and the write itself, which counts the row's {@code revision} up. Names of tables and
 * columns come from the code only.
 */
public final class Columns {
    private final JdbcClient jdbc;
    private final Json json;
    private final String table;
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Columns(JdbcClient jdbc, Json json, String table) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = table;
    }

    public Columns set(String column, Object value) {
        values.put(column, value instanceof Enum<?> constant ? constant.name() : value);
        return this;
    }

    /** For a jsonb column; null stays null. */
    public Columns setJson(String column, Object value) {
        values.put(column, value == null ? null : jsonb(json.write(value)));
        return this;
    }

    /** Returns the id of the new row. */
    public int insert() {
        String names = String.join(", ", values.keySet());
        String places = values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        return jdbc.sql("insert into " + table + " (" + names + ") values (" + places + ") returning id")
                .params(values)
                .query(Integer.class)
                .single();
    }

    public void update(int id) {
        String sets = values.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        jdbc.sql("update " + table + " set " + sets + ", revision = revision + 1 where id = :row_id")
                .params(values)
                .param("row_id", id)
                .update();
    }

    /** Counts the row's revision up, for a change that stands elsewhere. */
    public void touch(int id) {
        jdbc.sql("update " + table + " set revision = revision + 1 where id = ?")
                .param(id)
                .update();
    }

    static PGobject jsonb(String text) {
        try {
            PGobject object = new PGobject();
            object.setType("jsonb");
            object.setValue(text);
            return object;
        } catch (SQLException e) {
            throw new IllegalStateException("jsonb takes any text here", e);
        }
    }
}
