package io.mercato.processors.cmw;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mercato.processors.json.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Locale;
import org.postgresql.util.PGobject;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;

/** Makes a record of a row: component {@code taxCode} is column {@code tax_code}; jsonb columns are read as JSON. */
public final class RecordMapper<T> implements RowMapper<T> {
    private final Json json;
    private final Constructor<T> constructor;
    private final RecordComponent[] components;
    private final String[] columns;

    public RecordMapper(Class<T> type, Json json) {
        this.json = json;
        this.components = type.getRecordComponents();
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.columns = Arrays.stream(components)
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    @Override
    public T mapRow(ResultSet row, int index) throws SQLException {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = convert(row.getObject(columns[i]), components[i]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private Object convert(Object value, RecordComponent component) {
        Class<?> type = component.getType();
        if (value instanceof PGobject object) {
            return json.read(object.getValue(), typeOf(component.getGenericType()));
        }
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        if (value instanceof String name && type.isEnum()) {
            return enumOf(type, name);
        }
        if (value instanceof Number number && (type == int.class || type == Integer.class)) {
            return number.intValue();
        }
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object enumOf(Class<?> type, String name) {
        return Enum.valueOf((Class<Enum>) type, name);
    }

    private static TypeReference<Object> typeOf(Type type) {
        return new TypeReference<>() {
            @Override
            public Type getType() {
                return type;
            }
        };
    }
}
