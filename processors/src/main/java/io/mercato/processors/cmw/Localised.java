package io.mercato.processors.cmw;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in several languages: a table's own columns hold them in the row's {@code language}, column {@code translations}
 * in all others, {@code {"it": {"name": "…"}}}. Who reads a language that a text is missing in gets the row's own.
 */
public final class Localised {
    private final String table;
    private final String[] texts;
    private final Set<String> structures;

    /** @param texts columns that are translated */
    public Localised(String table, String... texts) {
        this(table, Set.of(), texts);
    }

    private Localised(String table, Set<String> structures, String... texts) {
        this.table = table;
        this.texts = texts.clone();
        this.structures = structures;
    }

    /** The same, and a column with a list of JSON that is translated as a whole; one without elements is none. */
    public Localised with(String structure) {
        return new Localised(
                table,
                Stream.concat(structures.stream(), Stream.of(structure)).collect(Collectors.toUnmodifiableSet()),
                Stream.concat(Arrays.stream(texts), Stream.of(structure)).toArray(String[]::new));
    }

    /**
     * The translated columns in the language {@code :language}, to stand <em>before</em> {@code alias.*} in a select: of two
     * columns of one name a {@link RecordMapper} reads the first.
     */
    public String columns(String alias) {
        return Arrays.stream(texts)
                .map(text -> (structures.contains(text) ? structure(alias, text) : column(alias, text)) + " as " + text)
                .collect(Collectors.joining(", "));
    }

    /** One translated column as an expression; needs the parameter {@code language}. */
    public static String column(String alias, String text) {
        return "coalesce(nullif(" + alias + ".translations #>> array[:language, '" + text + "'], ''), " + alias + "."
                + text + ")";
    }

    private static String structure(String alias, String text) {
        return "coalesce(nullif(" + alias + ".translations #> array[:language, '" + text + "'], '[]'), " + alias + "."
                + text + ")";
    }

    /**
     * Writes the texts of one language of a row that is there: as its own, or as a translation. A translation that is the
     * same as the row's own text is none: it would no longer follow when that changes.
     */
    public void write(Tables tables, int id, String language, Map<String, ?> values) {
        Map<String, Object> own = new LinkedHashMap<>();
        tables.jdbc()
                .sql("select language, " + String.join(", ", texts) + " from " + table + " where id = ?")
                .param(id)
                .query(row -> {
                    own.put("language", row.getString("language"));
                    for (String text : texts) {
                        own.put(text, row.getString(text));
                    }
                });
        if (language.equals(own.get("language"))) {
            writeOwn(tables, id, values);
        } else {
            translate(tables, id, language, values, own);
        }
    }

    private void writeOwn(Tables tables, int id, Map<String, ?> values) {
        Columns columns = tables.columns(table);
        Arrays.stream(texts).filter(values::containsKey).forEach(text -> {
            if (structures.contains(text)) {
                columns.setJson(text, values.get(text));
            } else {
                columns.set(text, values.get(text));
            }
        });
        columns.update(id);
    }

    private void translate(Tables tables, int id, String language, Map<String, ?> values, Map<String, Object> own) {
        Map<String, Object> kept = new LinkedHashMap<>();
        Map<String, Object> dropped = new LinkedHashMap<>();
        Arrays.stream(texts).filter(values::containsKey).forEach(text -> {
            Object value = structures.contains(text) ? tables.json().value(values.get(text)) : values.get(text);
            Object original = structures.contains(text)
                    ? tables.json().read((String) own.get(text), Object.class)
                    : own.get(text);
            (Objects.equals(value, original) ? dropped : kept).put(text, value);
        });
        tables.jdbc()
                .sql("update " + table
                        + " set translations = translations || jsonb_build_object(cast(:language as text),"
                        + " (coalesce(translations -> cast(:language as text), '{}') - string_to_array(:dropped, ','))"
                        + " || cast(:kept as jsonb)), revision = revision + 1 where id = :id")
                .param("language", language)
                .param("dropped", String.join(",", dropped.keySet()))
                .param("kept", tables.json().write(kept))
                .param("id", id)
                .update();
    }
}
