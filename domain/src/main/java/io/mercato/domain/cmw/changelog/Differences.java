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

/** What differs between two states of a thing, for its changelog: component by component, down into records in it. */
public final class Differences {
    private static final String HIDDEN = "***";

    private Differences() {}

    /**
     * @param before null when it is new
     * @param ignored components that do not count: they are other things', or nobody's business
     * @param secret components whose values nobody reads in a changelog; that they changed is told
     */
    public static <R extends Record> List<Change.Value> of(
            @Nullable R before, R after, Set<String> ignored, Set<String> secret) {
        List<Change.Value> values = new ArrayList<>();
        for (RecordComponent component : after.getClass().getRecordComponents()) {
            if (!ignored.contains(component.getName())) {
                collect(component.getName(), read(component, before), read(component, after), secret, values);
            }
        }
        return List.copyOf(values);
    }

    /** The components of a record by their names, in their order. */
    public static Map<String, @Nullable Object> fields(Record thing) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : thing.getClass().getRecordComponents()) {
            fields.put(component.getName(), read(component, thing));
        }
        return fields;
    }

    private static void collect(
            String name, @Nullable Object left, @Nullable Object right, Set<String> secret, List<Change.Value> values) {
        if (same(left, right)) {
            return;
        }
        Object either = left == null ? right : left;
        if (secret.contains(name)) {
            values.add(new Change.Value(name, left == null ? null : HIDDEN, right == null ? null : HIDDEN));
        } else if (either instanceof Record parts) {
            for (RecordComponent part : parts.getClass().getRecordComponents()) {
                collect(name + "." + part.getName(), read(part, left), read(part, right), secret, values);
            }
        } else {
            values.add(new Change.Value(name, text(left), text(right)));
        }
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return Objects.equals(left, right);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    private static @Nullable Object read(RecordComponent component, @Nullable Object of) {
        if (of == null) {
            return null;
        }
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + " of " + of.getClass(), e);
        }
    }
}
