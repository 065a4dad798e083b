package io.mercato.domain.cmw.changelog;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a thing, for its changelog. */
public final class Differences {
    private static final String HIDDEN = "***";

    private Differences() {}

    /**
     * @param secret components whose values nobody reads in a changelog
     * @param derived components that are other things' and not its own
     */
    public static <R extends Record> List<Change.Value> of(R before, R after, Set<String> secret, Set<String> derived) {
        Map<String, @Nullable Object> left = fields(before);
        Map<String, @Nullable Object> right = fields(after);
        List<Change.Value> values = new ArrayList<>();
        left.forEach((name, value) -> {
            Object other = right.get(name);
            if (derived.contains(name) || same(value, other)) {
                return;
            }
            boolean hidden = secret.contains(name);
            values.add(new Change.Value(name, text(value, hidden), text(other, hidden)));
        });
        return List.copyOf(values);
    }

    /** The components of a record by their names, in their order. */
    public static Map<String, @Nullable Object> fields(Record thing) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : thing.getClass().getRecordComponents()) {
            try {
                fields.put(component.getName(), component.getAccessor().invoke(thing));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Not a public record: " + thing.getClass(), e);
            }
        }
        return fields;
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return Objects.equals(left, right);
    }

    private static @Nullable String text(@Nullable Object value, boolean hidden) {
        if (value == null) {
            return null;
        }
        if (hidden) {
            return HIDDEN;
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
