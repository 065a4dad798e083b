package io.mercato.processors.sql;

import io.mercato.domain.paging.Page;
import io.mercato.domain.paging.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A select that is narrowed step by step; conditions are the code's, values are always parameters. */
public final class Selection<T> {
    private final JdbcClient jdbc;
    private final RowMapper<T> mapper;
    private final String what;
    private final String from;
    private final StringBuilder where = new StringBuilder("true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param what the columns @param from table and alias, joins too */
    public Selection(JdbcClient jdbc, RowMapper<T> mapper, String what, String from) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.what = what;
        this.from = from;
    }

    public Selection<T> where(String condition) {
        where.append(" and (").append(condition).append(')');
        return this;
    }

    /** {@code condition} with {@code :name} in it, unless there is no value: then it is left away. */
    public Selection<T> where(String condition, String name, Object value) {
        return value == null ? this : where(condition).with(name, value);
    }

    /** A parameter that stands somewhere in the select. */
    public Selection<T> with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    public Optional<T> first() {
        return jdbc.sql("select " + what + " from " + from + " where " + where + " limit 1")
                .params(parameters)
                .query(mapper)
                .optional();
    }

    /** All there are; for what there are few of. */
    public List<T> list(String order) {
        return jdbc.sql("select " + what + " from " + from + " where " + where + " order by " + order)
                .params(parameters)
                .query(mapper)
                .list();
    }

    /** @param order one that leaves no two rows equal */
    public Page<T> page(PageRequest page, String order) {
        long total = jdbc.sql("select count(*) from " + from + " where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        return page(page, order, total);
    }

    /** @param total how many there are, when that is known */
    public Page<T> page(PageRequest page, String order, long total) {
        Slice slice = Slice.of(page, total, order);
        return new Page<>(slice.isEmpty() ? List.of() : slice.inOrder(rows(slice)), page, total);
    }

    private List<T> rows(Slice slice) {
        return jdbc.sql("select " + what + " from " + from + " where " + where + " order by " + slice.order()
                        + " limit :page_size offset :page_offset")
                .params(parameters)
                .param("page_size", slice.limit())
                .param("page_offset", slice.offset())
                .query(mapper)
                .list();
    }

    /** {@code text} as the middle of a LIKE pattern, its own wildcards taken literally. */
    public static String contains(String text) {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
