package io.mercato.domain.cmw.changelog;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a thing, component by component. */
public final class Changes {
    private static final String HIDDEN = "***";

    private Changes() {}

    /**
     * @param before null when it is new
     * @param ignored components that do not count
     * @param secret components whose values nobody may read; that they changed is told
     */
    public static <R extends Record> List<Change.Value> between(
            @Nullable R before, R after, Set<String> ignored, Set<String> secret) {
        List<Change.Value> changes = new ArrayList<>();
        for (RecordComponent component : after.getClass().getRecordComponents()) {
            if (!ignored.contains(component.getName())) {
                collect(component.getName(), read(component, before), read(component, after), secret, changes);
            }
        }
        return List.copyOf(changes);
    }

    private static void collect(
            String name,
            @Nullable Object left,
            @Nullable Object right,
            Set<String> secret,
            List<Change.Value> changes) {
        if (Objects.equals(left, right)) {
            return;
        }
        Object either = left == null ? right : left;
        if (either instanceof Record parts) {
            for (RecordComponent part : parts.getClass().getRecordComponents()) {
                collect(name + "." + part.getName(), read(part, left), read(part, right), secret, changes);
            }
        } else if (secret.contains(name)) {
            changes.add(new Change.Value(name, left == null ? null : HIDDEN, right == null ? null : HIDDEN));
        } else {
            changes.add(new Change.Value(name, text(left), text(right)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
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
