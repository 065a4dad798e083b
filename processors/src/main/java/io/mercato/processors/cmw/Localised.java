package io.mercato.processors.cmw;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Texts in several languages: a table's own columns hold them in the row's {@code language}, column {@code translations}
 * in all others, {@code {"it": {"name": "…"}}}. Who reads a language that a text is missing in gets the row's own.
 */
public final class Localised {
    private final String table;
    private final String[] texts;

    /** @param texts columns that are translated */
    public Localised(String table, String... texts) {
        this.table = table;
        this.texts = texts.clone();
    }

    /**
     * The translated columns in the language {@code :language}, to stand <em>before</em> {@code alias.*} in a select: of two
     * columns of one name a {@link RecordMapper} reads the first.
     */
    public String columns(String alias) {
        return Arrays.stream(texts)
                .map(text -> column(alias, text) + " as " + text)
                .collect(Collectors.joining(", "));
    }

    /** One translated column as an expression; needs the parameter {@code language}. */
    public static String column(String alias, String text) {
        return "coalesce(nullif(" + alias + ".translations #>> array[:language, '" + text + "'], ''), " + alias + "."
                + text + ")";
    }

    /** Writes the texts of one language of a row that is there: as its own, or as a translation. */
    public void write(Tables tables, int id, String language, Map<String, String> values) {
        JdbcClient jdbc = tables.jdbc();
        String own = jdbc.sql("select language from " + table + " where id = ?")
                .param(id)
                .query(String.class)
                .single();
        Map<String, String> kept = new LinkedHashMap<>();
        Arrays.stream(texts).filter(values::containsKey).forEach(text -> kept.put(text, values.get(text)));
        if (own.equals(language)) {
            Columns columns = tables.columns(table);
            kept.forEach(columns::set);
            columns.update(id);
            return;
        }
        jdbc.sql("update " + table
                        + " set translations = translations || jsonb_build_object(cast(? as text), cast(? as jsonb))"
                        + " where id = ?")
                .params(language, tables.json().write(kept), id)
                .update();
    }
}
