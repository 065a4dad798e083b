package io.mercato.processors.sql;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.processors.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads columns that JDBC has no one word for. */
@Component
public class Rows {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Json json;

    public Rows(Json json) {
        this.json = json;
    }

    public static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** A moment as a parameter. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A JSON object of texts. */
    public Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return json.read(row.getString(column), TEXTS);
    }
}
