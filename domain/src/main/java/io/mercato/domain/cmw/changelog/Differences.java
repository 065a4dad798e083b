package io.mercato.domain.cmw.changelog;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return value == null ? null : words(value);
    }

    /** Of what is in a list or a map its fields by name, without those that it has not. */
    private static String words(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Record thing) {
            return joined(fields(thing).entrySet().stream().filter(field -> field.getValue() != null), "(", ")");
        }
        if (value instanceof Map<?, ?> map) {
            return joined(map.entrySet().stream(), "{", "}");
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(one -> one == null ? "" : words(one)).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    private static String joined(Stream<? extends Map.Entry<?, ?>> entries, String open, String close) {
        return entries.map(entry -> entry.getKey() + "=" + (entry.getValue() == null ? "" : words(entry.getValue())))
                .collect(Collectors.joining(", ", open, close));
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
