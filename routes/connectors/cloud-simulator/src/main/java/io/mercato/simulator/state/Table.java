package io.mercato.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All records of one kind, in memory, each change noted in the journal in the order in which it happens. */
public final class Table<T extends Kept> {
    private final Journal journal;
    private final String kind;
    private final Map<String, T> rows = new ConcurrentHashMap<>();

    public Table(Journal journal, String kind, Class<T> type) {
        this.journal = journal;
        this.kind = kind + "/";
        journal.forEach((key, value) -> {
            if (key.startsWith(this.kind)) {
                T row = read(value, type);
                rows.put(row.id(), row);
            }
        });
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    public List<T> select(Predicate<T> wanted) {
        return rows.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(T::created).reversed().thenComparing(T::id))
                .toList();
    }

    public boolean contains(Predicate<T> wanted) {
        return rows.values().stream().anyMatch(wanted);
    }

    public long count(Predicate<T> wanted) {
        return rows.values().stream().filter(wanted).count();
    }

    /** Keeps the row, new or changed. */
    public T put(T row) {
        return rows.compute(row.id(), (id, old) -> note(row));
    }

    /** Keeps the row unless there is one of its id; says whether it was kept. */
    public boolean putIfAbsent(T row) {
        return rows.computeIfAbsent(row.id(), id -> note(row)) == row;
    }

    /** Changes the row if it is still there; no other change comes between. */
    public Optional<T> update(String id, UnaryOperator<T> change) {
        return Optional.ofNullable(rows.computeIfPresent(id, (key, old) -> {
            T changed = change.apply(old);
            return changed.equals(old) ? old : note(changed);
        }));
    }

    public void remove(String id) {
        rows.computeIfPresent(id, (key, old) -> {
            journal.remove(kind + key);
            return null;
        });
    }

    private T note(T row) {
        try {
            journal.put(kind + row.id(), Json.MAPPER.writeValueAsString(row));
            return row;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a record of " + kind + " has no JSON form", broken);
        }
    }

    private static <T> T read(String value, Class<T> type) {
        try {
            return Json.MAPPER.readValue(value, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a record in the journal can't be read: " + value, broken);
        }
    }
}
