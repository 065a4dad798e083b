package io.mercato.processors.sql;

import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a query with their parameters; a condition whose value is null does not narrow it. */
public final class SqlFilter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private SqlFilter() {}

    public static SqlFilter all() {
        return new SqlFilter();
    }

    /** @param condition constant SQL that names its parameter, as {@code "o.status = :status"} */
    public SqlFilter and(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    public SqlFilter always(String condition) {
        conditions.add(condition);
        return this;
    }

    /** One more parameter of a condition that has been added. */
    public SqlFilter with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public <T> Page<T> page(
            JdbcClient jdbc, String select, String from, String order, PageRequest request, RowMapper<T> mapper) {
        long total = jdbc.sql("select count(*)" + from + where())
                .params(parameters)
                .query(Long.class)
                .single();
        List<T> items = request.offset() >= total
                ? List.of()
                : jdbc.sql(select + from + where() + " order by " + order + " limit " + request.size() + " offset "
                                + request.offset())
                        .params(parameters)
                        .query(mapper)
                        .list();
        return new Page<>(items, request, total);
    }

    public <T> Optional<T> first(JdbcClient jdbc, String select, String from, String order, RowMapper<T> mapper) {
        return jdbc.sql(select + from + where() + " order by " + order + " limit 1")
                .params(parameters)
                .query(mapper)
                .optional();
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
