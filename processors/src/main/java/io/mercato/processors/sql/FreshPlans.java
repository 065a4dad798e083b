package io.mercato.processors.sql;

import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Selects that are planned anew by the values of each: a word that is in a tenth of all rows needs another plan than one
 * that is in three. The driver would keep one plan for all after five calls.
 */
@Component
public class FreshPlans {
    private static final int NEVER = 0;

    private final NamedParameterJdbcOperations jdbc;

    public FreshPlans(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public <T> List<T> list(String sql, Map<String, ?> parameters, RowMapper<T> mapper) {
        return read(sql, parameters, new RowMapperResultSetExtractor<>(mapper));
    }

    public <T> T single(String sql, Map<String, ?> parameters, RowMapper<T> mapper) {
        return list(sql, parameters, mapper).get(0);
    }

    private <T> T read(String sql, Map<String, ?> parameters, ResultSetExtractor<T> reader) {
        return jdbc.execute(sql, parameters, statement -> {
            statement.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.extractData(rows);
            }
        });
    }
}
