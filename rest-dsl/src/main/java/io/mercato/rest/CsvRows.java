package io.mercato.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Records as rows of CSV (RFC 4180): a column for each field, named like it. A reference is its {@code url}, a list of
 * plain values is joined by commas, anything deeper is JSON. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
final class CsvRows implements AutoCloseable {
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-\\d+([.,]\\d+)?");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final CsvMapper CSV = new CsvMapper();

    private final List<String> columns;
    private final SequenceWriter writer;

    CsvRows(OutputStream to, Class<?> type) throws IOException {
        columns = columns(type).toList();
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(schema::addColumn);
        writer = CSV.writer(schema.build()).writeValues(to);
        writer.init(false);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(type + " has no columns");
        }
    }

    /** Of a part that is unwrapped its own fields. */
    private static Stream<String> columns(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(field -> !isWriteOnly(field))
                .flatMap(field -> field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? columns(field.getType())
                        : Stream.of(field.getName()));
    }

    private static boolean isWriteOnly(RecordComponent field) {
        JsonProperty named = field.getAccessor().getAnnotation(JsonProperty.class);
        return named != null && named.access() == JsonProperty.Access.WRITE_ONLY;
    }

    void add(JsonNode item) throws IOException {
        Map<String, String> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, cell(item.get(column))));
        writer.write(row);
    }

    private static String cell(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isObject() && value.size() == 1 && value.has("url")) {
            return value.get("url").asText();
        }
        if (value.isArray()) {
            return joined(value);
        }
        return value.isValueNode() ? safe(value.isTextual(), plain(value)) : json(value);
    }

    private static String joined(JsonNode list) {
        StringBuilder all = new StringBuilder();
        for (JsonNode item : list) {
            if (!item.isValueNode() && !item.has("url")) {
                return json(list);
            }
            all.append(all.isEmpty() ? "" : ",")
                    .append(item.has("url") ? item.get("url").asText() : plain(item));
        }
        return safe(true, all.toString());
    }

    /** Numbers as people write them, never {@code 1E+2}. */
    private static String plain(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String json(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What was read as JSON can be written", e);
        }
    }

    private static String safe(boolean isText, String text) {
        boolean formula = isText
                && FORMULA.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
